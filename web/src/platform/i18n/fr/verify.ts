import { deFr } from '@fraisier/shared/cycle/elision.ts';
import type { BundleCheckId } from '@fraisier/shared/verifier/checks.ts';
import type { OpenReason, ReceiptCheckId } from '../../../cycle/ballots/verify/check-receipts.ts';
import type { ReceiptsState } from '../../../cycle/ballots/verify/receipts-check.ts';
import type { RoundRefusal } from '../../../cycle/ballots/verify/round-check.ts';
import { pluralFr } from '../plural.ts';

/** What a check is called, what it says when it passes, and what its failure means. `n` writes a number. */
export interface CheckWords {
  readonly title: string;
  readonly ok: (figure: (name: string) => number, n: (value: number) => string) => string;
  readonly bad: string;
}

const several = (count: number, one: string, other: string) => pluralFr(count, { one, other });

const checks: Record<BundleCheckId, CheckWords> = {
  archive: {
    title: 'Le dossier est entier',
    ok: (f) => `Il contient ses ${f('files')} fichiers.`,
    bad: 'Il manque un fichier, ou l’un d’eux ne se lit pas. Un téléchargement coupé suffit : reprenez-le.',
  },
  key: {
    title: 'La clé est celle de la boutique',
    ok: () => '',
    bad: 'Le dossier est signé avec une autre clé : celle d’une autre boutique, ou d’un faussaire.',
  },
  manifest: {
    title: 'Les pièces sont signées',
    ok: (f) => `Titres, réglages, résultat : ${f('files')} fichiers, ceux que la boutique a signés.`,
    bad: 'Un fichier a changé après sa signature.',
  },
  heads: {
    title: 'Chaque tête est signée',
    ok: () => 'Une tête est la signature de la boutique sur tout le journal, à un moment donné.',
    bad: 'Une tête n’est pas signée par la boutique, ou n’est pas à sa place.',
  },
  log: {
    title: 'Chaque ligne se lit',
    ok: (f, n) => `${n(f('ballots'))} ${several(f('ballots'), 'ligne est un vote', 'lignes sont des votes')}.`,
    bad: 'Une ligne n’a pas la forme prévue. La lecture s’arrête là.',
  },
  tree: {
    title: 'Aucune ligne n’a bougé',
    ok: () => 'Recalculées, les lignes redonnent chaque tête : rien n’a été changé, retiré ni déplacé depuis.',
    bad: 'Les lignes ne redonnent pas ce qui fut signé. L’une d’elles a été changée, retirée ou déplacée.',
  },
  rules: {
    title: 'Chaque ligne est à sa place',
    ok: () => 'Une seule coupe, rien après la clôture, et ce qui remplace nomme ce qu’il remplace.',
    bad: 'Une ligne enfreint les règles du journal. Elle ne devrait pas y être.',
  },
  last_head: {
    title: 'La dernière tête couvre tout',
    ok: () => 'Le journal finit par la clôture, et la tête la couvre. Rien ne s’y ajoute plus.',
    bad: 'Le journal ne finit pas par la clôture, ou des lignes restent hors de la dernière tête.',
  },
  openings: {
    title: 'Chaque note est celle qui fut scellée',
    ok: () => 'La note et son sel redonnent l’empreinte inscrite au moment du vote.',
    bad: 'Une note publiée n’est pas celle qui fut scellée au moment du vote, ou sa ligne manque au journal.',
  },
  unopened: {
    title: 'Rien n’est caché',
    ok: (f, n) =>
      f('erased') === 0
        ? 'Toutes les notes sont ouvertes.'
        : `${n(f('erased'))} ${several(f('erased'), 'note effacée à la demande de son auteur reste scellée', 'notes effacées à la demande de leur auteur restent scellées')}. Toutes les autres sont ouvertes.`,
    bad: 'Une note reste scellée sans avoir été effacée, ou une note effacée est ouverte.',
  },
  ballots: {
    title: 'Une note par votant et par dessin',
    ok: (f, n) => `${n(f('counted'))} ${several(f('counted'), 'note compte', 'notes comptent')}.`,
    bad: 'Un votant compte deux fois, ou vote pour un dessin qui n’était pas en lice.',
  },
  histograms: {
    title: 'Chaque dessin a les siennes',
    ok: (f, n) =>
      f('left') === 0
        ? 'Recomptées une à une, les dix cases de chaque dessin sont celles du résultat.'
        : `Recomptées une à une, les dix cases sont celles du résultat. ${n(f('left'))} ${several(f('left'), 'dessin écarté par le journal n’est pas compté', 'dessins écartés par le journal ne sont pas comptés')}.`,
    bad: 'Un dessin n’a pas les notes que le résultat lui donne, ou n’est pas compté sans que le journal le dise.',
  },
  sizes: {
    title: 'Les tailles demandées sont justes',
    ok: () => '« Je le porterais », taille par taille.',
    bad: 'Un dessin n’a pas les tailles que le résultat lui donne.',
  },
  totals: {
    title: 'Les sommes sont justes',
    ok: (f, n) =>
      `${n(f('ratings'))} ${several(f('ratings'), 'note', 'notes')}, ${n(f('points'))} points, ${n(f('wouldWear'))} « je le porterais ».`,
    bad: 'Les sommes du résultat ne sont pas celles des notes.',
  },
  ranking: {
    title: 'Le classement se recalcule',
    ok: () => 'Scores, places, ex æquo et marges, à l’entier près.',
    bad: 'Un dessin n’a pas le score, la place ou la marge que ses notes lui donnent.',
  },
  cut: {
    title: 'La coupe a retenu les bons',
    ok: (f) =>
      f('passedOver') > 0
        ? 'Les finalistes sont les premiers au moment de la coupe, hors ceux que le journal écarte.'
        : 'Les finalistes sont les premiers au moment de la coupe.',
    bad: 'Les notes d’alors choisissent d’autres finalistes.',
  },
  quorum: {
    title: 'Le quorum est dit comme il est',
    ok: (f) => (f('met') ? 'Il est atteint.' : 'Il n’est pas atteint, et le résultat le dit.'),
    bad: 'Le résultat dit du quorum autre chose que les notes.',
  },
  set_aside: {
    title: 'Ce qui est mis de côté est montré',
    ok: (f, n) =>
      f('ratings') === 0
        ? 'Aucune note n’est mise de côté.'
        : `${n(f('ratings'))} ${several(f('ratings'), 'note mise de côté', 'notes mises de côté')}, ${n(f('voters'))} ${several(f('voters'), 'votant', 'votants')} : le résultat donne les deux décomptes.`,
    bad: 'Le résultat ne dit pas tout ce qui est mis de côté, ou ce que cela change.',
  },
  winners: {
    title: 'Le gagnant est le bon',
    ok: (f) =>
      f('winners') === 0
        ? 'Les notes n’en donnent aucun.'
        : f('passedOver') > 0
          ? 'Le meilleur finaliste, hors ceux que l’atelier a écartés en publiant pourquoi.'
          : 'Le meilleur finaliste, par les notes seules.',
    bad: 'Les notes choisissent un autre gagnant.',
  },
};

const receiptCheckWords: Record<ReceiptCheckId, { title: string; ok: string; bad: string }> = {
  form: {
    title: 'Il se lit',
    ok: 'Une ligne de vote, dans la forme prévue.',
    bad: 'Ce n’est pas une ligne de vote de cette récolte, ou elle a été abîmée en route.',
  },
  leaf: {
    title: 'Sa ligne donne son empreinte',
    ok: 'SHA-256, recalculé ici.',
    bad: 'L’empreinte n’est pas celle de la ligne. L’une des deux a changé.',
  },
  seal: {
    title: 'Il ouvre ce qui est scellé',
    ok: 'La note et son sel redonnent ce que la ligne scelle.',
    bad: 'La note du reçu n’est pas celle que la ligne scelle.',
  },
  signature: {
    title: 'La boutique l’a signé',
    ok: 'Ed25519, avec la clé de la récolte : elle ne peut pas dire qu’elle ne l’a pas reçu.',
    bad: 'La signature n’est pas celle de la boutique.',
  },
  head: {
    title: 'La dernière tête est signée',
    ok: 'La signature de la boutique sur tout le journal de la récolte, à ce jour.',
    bad: 'La tête que le site donne n’est pas signée avec la clé de la récolte.',
  },
  inclusion: {
    title: 'La tête couvre sa ligne',
    ok: 'De la ligne à la tête, chaque pas se recalcule. Elle ne peut plus disparaître sans que cela se voie.',
    bad: 'Le journal ne contient pas cette ligne. Un reçu signé dont la ligne manque est une preuve contre nous.',
  },
};

const openReasons: Record<OpenReason, string> = {
  no_ed25519: 'Ce navigateur ne sait pas vérifier une signature Ed25519. Reprenez dans une version plus récente.',
  no_answer: 'Il faut le réseau pour cette étape. Le reste est vérifié.',
  no_round: 'Ce site n’a pas de récolte de ce nom : le reçu vient peut-être d’une autre boutique.',
  no_line: 'Le site ne donne pas de tête pour cette ligne.',
  next_head: 'Aucune tête ne couvre encore cette ligne : la prochaine le fera.',
};

const refusals: Record<NonNullable<Extract<ReceiptsState, { at: 'empty' }>['refusal']>, string> = {
  empty: 'Il n’y a rien à lire. Collez le reçu entier.',
  not_json: 'Ce texte n’est pas un reçu. Il commence par { et finit par } : collez-le entier.',
  not_receipts: 'Ce fichier n’est pas un reçu de Fraisier, ou il y manque une partie.',
  other_format: 'Ces reçus sont d’un format que cette page ne connaît pas encore. Rechargez-la.',
  none: 'Ce fichier ne contient aucun reçu.',
  too_many: 'Plus de 1 000 reçus : aucun bulletin n’en a autant.',
  too_large: 'Le fichier dépasse 5 Mo : ce ne sont pas des reçus.',
  a_bundle: 'C’est un dossier de récolte. Ouvrez-le plus bas, dans « Toute une récolte ».',
  broke: 'Le vérificateur n’a pas pu démarrer. Rechargez la page, avec le réseau.',
};

const roundRefusals: Record<RoundRefusal, string> = {
  not_a_bundle:
    'Ce fichier n’est pas un dossier de récolte. Un dossier se nomme comme fraisier-2026-10.zip : ouvrez celui-là.',
  cut: 'Ce fichier .zip n’est pas entier : son téléchargement s’est arrêté avant la fin. Téléchargez-le à nouveau, puis ouvrez-le ici.',
  too_large: 'Le fichier dépasse 2 Go : aucun dossier n’est si grand.',
  empty: 'Le fichier est vide. Téléchargez-le à nouveau.',
  offline: 'Le réseau ne répond pas. Un dossier gardé s’ouvre sans lui.',
  not_ready: 'Le dossier n’est pas encore publié. Il paraît juste après la clôture.',
  broke: 'Le vérificateur s’est arrêté. Rechargez la page et reprenez.',
};

export const verify = {
  title: 'Vérifier un vote',
  description: 'Vérifiez votre reçu, ou recomptez toute une récolte, dans votre navigateur.',
  headline: 'Comptez vous-même.',
  lead: 'Un reçu, ou toute une récolte. Chaque calcul se fait dans ce navigateur, sous vos yeux.',
  here: 'Vos fichiers restent ici.',
  hereText: 'Une fois la page ouverte, coupez le réseau et ouvrez un dossier : tout marche encore.',
  ways: 'Deux façons',
  toReceipts: 'Vérifier un reçu',
  toRound: 'Recompter une récolte',
  drawing: {
    line: 'votre ligne',
    head: 'la tête signée',
    caption:
      'Chaque vote est une ligne. Deux par deux, leurs empreintes remontent jusqu’à une tête que la boutique signe.',
  },
  states: { wait: 'à venir', now: 'en cours', ok: 'passé', bad: 'échoué', open: 'non vérifié' },
  passed: (at: number, of: number) => `${at} sur ${of}`,
  said: (at: number, of: number, title: string, state: string) => `${at} sur ${of}, ${title} : ${state}.`,
  quoted: (title: string) => `« ${title} »`,
  detail: 'Ce qu’en dit le programme, en anglais (lignes comptées à partir de 0)',
  again: 'Vérifier autre chose',
  stop: 'Arrêter',
  print: 'Imprimer',
  receipts: {
    title: 'Un reçu',
    lead: 'Chaque note laisse un reçu. Il prouve qu’elle est arrivée, et telle que vous l’avez donnée.',
    mine: (count: number, month: string) =>
      count === 1 ? `Vérifier mon reçu ${deFr(month)}` : `Vérifier mes ${count} reçus ${deFr(month)}`,
    mineTitle: 'Depuis votre bulletin',
    mineNone: 'Vous n’avez pas de note dans cette récolte.',
    reading: 'Lecture de votre bulletin',
    drop: 'Fichier de reçus',
    dropHint: 'Le fichier .json téléchargé à la fin de votre bulletin.',
    paste: 'Ou collez le reçu',
    pasteHint: 'Un reçu, ou plusieurs, tels que le bulletin les copie.',
    check: 'Vérifier',
    asks: 'La page demande au site la ligne, par son empreinte qui est publique, et l’image du dessin. La note et son sel ne partent pas.',
    progress: 'Vérification des reçus',
    refusals,
    checks: receiptCheckWords,
    open: openReasons,
    nextHead: (moment: string) => `Elle vient le ${moment}, au plus tard. Revenez alors.`,
    size: (size: string) => `Lignes qu’elle couvre : ${size}.`,
    verdict: {
      passed: (count: number) => (count === 1 ? 'Votre note y est.' : `Vos ${count} notes y sont.`),
      passedText: (count: number): string =>
        count === 1
          ? 'Le reçu est vrai, et sa ligne est dans le journal signé.'
          : 'Les reçus sont vrais, et leurs lignes sont dans le journal signé.',
      waiting: (count: number): string => (count === 1 ? 'Vrai. La tête suit.' : 'Vrais. La tête suit.'),
      waitingText: (open: number, count: number) =>
        count === 1
          ? 'La boutique a signé ce reçu. Sa ligne attend la prochaine tête du journal.'
          : `La boutique a signé ces reçus. ${open === count ? 'Leurs lignes attendent' : open === 1 ? 'Une ligne attend' : `${open} lignes attendent`} la prochaine tête du journal.`,
      open: 'Rien de faux, pas tout prouvé.',
      openText: 'Ce qui a pu être vérifié est juste. Le reste est marqué dans la liste.',
      failed: (failed: number, count: number) =>
        count === 1
          ? 'Ce reçu ne tient pas.'
          : failed === 1
            ? `Un reçu sur ${count} ne tient pas.`
            : `${failed} reçus sur ${count} ne tiennent pas.`,
      failedText: 'La liste dit où. Une copie abîmée y suffit : reprenez le fichier d’origine.',
      counts: 'Être dans le journal n’est pas encore compter : une note remplacée ou mise de côté y reste aussi.',
      countsLink: 'Après la clôture, recomptez la récolte : vos reçus y sont cherchés.',
    },
    said: {
      title: (count: number) => (count === 1 ? 'Ce que dit ce reçu' : `Ce que disent ces ${count} reçus`),
      intro: 'Ouverts ici, dans ce navigateur.',
      wear: 'Je le porterais',
      wearIn: (size: string) => `Je le porterais, en ${size}`,
      notWear: 'Sans « je le porterais »',
      line: (line: string) => `Au journal, ligne ${line}`,
      next: 'À la prochaine tête',
      unproved: 'Place non vérifiée',
      broken: 'Ne tient pas',
      unopened: 'Ne s’ouvre pas',
      code: 'Code',
      unknown: 'Dessin sans titre ici',
    },
  },
  round: {
    title: 'Toute une récolte',
    lead: 'Le dossier publié à la clôture contient tout : le journal, les notes ouvertes, les dessins, le résultat. Un programme qui ne partage rien avec celui de la boutique recompte.',
    which: 'Récolte',
    option: (number: number, month: string) => `Nº ${number}, ${month}`,
    download: (size: string | null) => (size ? `Télécharger et vérifier, ${size}` : 'Télécharger et vérifier'),
    none: 'Aucune récolte n’est encore décidée.',
    noneText: 'Le premier dossier paraît à la clôture. Un dossier d’ailleurs s’ouvre ici aussi.',
    notDecided: (month: string) => `La récolte ${deFr(month)} n’est pas décidée.`,
    notDecidedText: (moment: string) =>
      `Le vote se clôt le ${moment}. Le dossier paraît quand le résultat est décidé ; jusque-là, les notes restent scellées.`,
    notDecidedLate: 'Le dossier paraît quand le résultat est décidé ; jusque-là, les notes restent scellées.',
    cancelled: (month: string) => `La récolte ${deFr(month)} est annulée : il n’y a rien à recompter.`,
    drop: 'Dossier de récolte',
    dropHint: 'Un .zip gardé, même ancien, même sans réseau.',
    kept: 'J’ai gardé un e-mail avec une empreinte',
    keptLabel: 'L’e-mail, ou le bloc d’empreinte',
    keptHint: 'Collez-le avant de vérifier : le dossier doit redonner cette empreinte-là.',
    withReceipts: (count: number) =>
      count === 1 ? 'Votre reçu sera cherché dans le dossier.' : `Vos ${count} reçus seront cherchés dans le dossier.`,
    fetching: (bytes: string, of: string | null) => (of ? `${bytes} sur ${of}` : bytes),
    fetchingTitle: 'Le dossier arrive.',
    progress: 'Vérification du dossier',
    lines: (lines: string) => `Lignes lues : ${lines}`,
    reading: 'Lecture',
    refusals: roundRefusals,
    keep: 'Garder ce dossier',
    checks,
    keySources: {
      mail: 'La même que dans votre e-mail.',
      site: 'La même que celle que ce site publie.',
      none: 'Rien à quoi la comparer : le dossier se porte garant de lui-même. Un e-mail gardé, collé avant, lèverait ce doute.',
    },
    unsigned: openReasons.no_ed25519,
    unsure: {
      cut: 'Des notes qui comptaient à la coupe ont été effacées depuis, à la demande de leur auteur. Elle ne se recompte plus.',
      other: 'Sans ce qui a échoué plus haut, rien à quoi le comparer.',
    },
    keptHead: {
      title: 'Votre empreinte',
      ok: (size: string) => `Les ${size} premières lignes sont celles de votre copie. Rien n’y a été réécrit depuis.`,
      bad: 'Les premières lignes ne sont plus celles que votre copie a vues signer. Si l’e-mail est entier, c’est la preuve d’une réécriture.',
      none: 'Aucune empreinte dans ce texte. Collez l’e-mail entier, jusqu’à sa dernière ligne.',
    },
    receipt: {
      title: (code: string) => `Votre reçu ${code}`,
      ok: {
        counted: (line: string) => `Ligne ${line} : votre note est comptée.`,
        replaced: (line: string) => `Ligne ${line} : remplacée par la note que vous avez donnée ensuite.`,
        set_aside: (line: string) => `Ligne ${line} : mise de côté, elle ne compte pas. Un e-mail vous l’a dit.`,
        erased: (line: string) => `Ligne ${line} : effacée, à votre demande.`,
      },
      bad: 'Le journal publié ne contient pas cette ligne, ou le reçu ne tient pas.',
    },
    groups: {
      file: 'Le dossier',
      log: 'Le journal',
      ballots: 'Les notes',
      count: 'Le décompte',
      yours: 'Ce que vous avez gardé',
    },
    units: {
      files: 'fichiers',
      heads: (count: number) => several(count, 'tête', 'têtes'),
      lines: (count: number) => several(count, 'ligne', 'lignes'),
      openings: (count: number) => several(count, 'note ouverte', 'notes ouvertes'),
      erased: (count: number) => several(count, 'effacée', 'effacées'),
      counted: (count: number) => several(count, 'note', 'notes'),
      designs: (count: number) => several(count, 'dessin', 'dessins'),
      voters: (count: number) => several(count, 'votant', 'votants'),
      finalists: (count: number) => several(count, 'finaliste', 'finalistes'),
      setAside: (count: number) => several(count, 'mise de côté', 'mises de côté'),
    },
    shown: {
      title: 'Ce que montrait la récolte',
      intro:
        'Le tissu et la place de chaque dessin sont dans ce que la boutique a signé. Une pièce reçue se mesure au mètre ruban : elle doit donner ces nombres.',
      on: (fabric: string) => `Tissu ${fabric.toLowerCase()}`,
      width: 'de large',
      across: (mm: number): string => (mm === 0 ? 'centré' : mm < 0 ? 'à gauche du milieu' : 'à droite du milieu'),
      top: 'sous le haut de la zone',
      centred: 'centré',
      side: (value: number, mm: (value: number) => string): string =>
        value < 0 ? `${mm(-value)} à gauche` : `${mm(value)} à droite`,
      columns: { design: 'Dessin', fabric: 'Tissu', width: 'Largeur', across: 'Du milieu', top: 'Du haut' },
      others: (count: number, afterWinners: boolean): string =>
        !afterWinners
          ? several(count, 'Le dessin', `Les ${count} dessins`)
          : several(count, 'L’autre dessin', `Les ${count} autres dessins`),
      how: (belowCollar: number) =>
        `Vu de face, de l’axe du tee-shirt au milieu du dessin. La zone d’impression commence ${belowCollar} mm sous la couture du col ; la hauteur suit du fichier.`,
      untold: 'non dit',
      older: 'Ce dossier est d’avant : il ne dit ni le tissu ni la place des dessins.',
    },
    verdict: {
      passed: 'Le compte est bon.',
      passedText: (month: string, ratings: string, designs: string, winners: string) =>
        `Récolte ${deFr(month)}. ${ratings} notes, ${designs} dessins, recomptés ici à l’entier près. ${winners}`,
      winner: (titles: string, several: boolean) => (several ? `Gagnants : ${titles}.` : `Gagnant : ${titles}.`),
      open: 'Rien de faux, pas tout prouvé.',
      openText: (open: number) =>
        open === 1
          ? 'Une vérification n’a pas pu se faire. La liste dit laquelle, et pourquoi.'
          : `${open} vérifications n’ont pas pu se faire. La liste dit lesquelles, et pourquoi.`,
      failed: 'Ce dossier ne tient pas.',
      failedText: (title: string, more: number) =>
        more === 0
          ? `Une vérification échoue : « ${title} ».`
          : more === 1
            ? `Deux vérifications échouent. La première : « ${title} ».`
            : `${more + 1} vérifications échouent. La première : « ${title} ».`,
      todo: 'Que faire',
      steps: [
        'Gardez ce fichier tel quel.',
        'Téléchargez le dossier à nouveau. S’il passe, votre copie était abîmée ou retouchée.',
        'S’il échoue encore, écrivez-nous, et publiez-le : n’importe qui verra la même chose que vous.',
      ],
      contact: 'Nous écrire',
      result: 'Voir le résultat publié',
      of: (file: string, size: string) => `${file}, ${size}`,
      when: (moment: string) => `Vérifié le ${moment}, sur cet appareil.`,
    },
  },
  limits: {
    title: 'Ce que cela prouve, et ce que cela ne prouve pas',
    proves: 'Prouvé',
    provesList: [
      'Aucun vote enregistré n’a été changé, retiré ou ajouté après une tête publiée.',
      'Le décompte est juste, à l’entier près : quiconque recompte trouve le même résultat.',
      'Une boutique qui réécrirait le journal serait contredite par les têtes que d’autres ont gardées.',
    ],
    not: 'Pas prouvé',
    notList: [
      'Qu’un compte est une personne. Nous vérifions une adresse e-mail, pas une identité.',
      'Que personne n’a lu les notes. Qui administre la base de données pourrait le faire.',
      'Qu’aucun vote n’a été vendu, ou donné par amitié.',
      'Combien pouvaient voter, l’âge de leurs comptes, le choix des acheteurs : un pseudonyme ne dit rien du compte.',
    ],
    method: 'La méthode en entier',
  },
  elsewhere: {
    title: 'Sans nous croire',
    text: 'Cette page vient de nous. Qui s’en méfie a raison : d’autres façons donnent la même réponse.',
    command: 'Un programme, sur votre ordinateur',
    commandText:
      'Avec Node 24 et le code source du site, sans réseau. Il lit le dossier, vos reçus et vos e-mails gardés.',
    hand: 'À la main',
    handText:
      'L’empreinte d’un reçu se recalcule en une ligne. Remplacez LIGNE par le champ « line » de votre reçu : la réponse est son champ « leaf ».',
    own: 'Votre propre programme',
    ownText:
      'Le dossier contient un README.txt qui décrit tout : l’arbre (RFC 6962), les têtes (C2SP), les signatures (Ed25519), la formule. Il n’y a rien d’autre à savoir.',
    copy: 'Copier',
    copied: 'Copié.',
    copyFailed: 'La copie n’a pas marché. Sélectionnez la ligne.',
  },
};
