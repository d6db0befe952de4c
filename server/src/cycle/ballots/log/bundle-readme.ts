import { BELOW_COLLAR_MM } from '@fraisier/shared/cycle/placement.ts';

/** What stands in the bundle, for people and for those who write a checker of their own. It is the format's document. */
export function bundleReadme(round: string): string {
  return README.replaceAll('{round}', round);
}

const README = `Fraisier, récolte {round} : tout pour recompter
================================================

Vérifier, sans réseau, avec Node 24 et le code source du site :

    node scripts/verify-round.ts {round}.zip --receipt recus.json --head mail.txt

La page « Vérifier » du site fait la même chose dans votre navigateur : le dossier n’en sort pas.

Ce que cela prouve : les votes enregistrés n’ont été ni changés, ni retirés, ni ajoutés après une empreinte publiée, et
le décompte est juste. Ce que cela ne prouve pas : que chaque compte est une personne, que l’atelier ne voit pas les
votes, que nul n’a vendu le sien, ni à quelle fréquence chaque dessin a été montré. Qui a voté (« crowd » dans
result.json) ne se recompte pas : un pseudonyme ne dit rien du compte. Comparez la clé de round.json à celle que vous
avez reçue par mail, ou lue sur le site : une clé fournie avec le dossier ne prouve rien par elle-même.

Les noms des votants n’y sont pas. Chacun porte un pseudonyme tiré au sort pour cette récolte.


Fraisier, round {round}: all that recounts it
=============================================

To check it without a network, with Node 24 and the source code of the site:

    node scripts/verify-round.ts {round}.zip --receipt receipts.json --head mail.txt

The site's “Check” page does the same in your browser: the bundle does not leave it.

What it proves: the recorded votes were not changed, dropped or added after a published head, and the count is right.
What it does not: that every account is a person, that the workshop does not see the votes, that nobody sold theirs, or
how often each design was shown. Who voted ("crowd" in result.json) cannot be recounted: a pseudonym does not tell an
account. Compare the key in round.json with the one in a mail or on the site: a key that comes with the bundle proves
nothing by itself.

Voters are not named here. Each has a pseudonym, drawn at random for this round.


Format, version 1
-----------------
These eight files make a bundle, one after the other, with nothing before, between or behind them.
All text is UTF-8; "canonical JSON" is RFC 8785 with whole numbers only. Hashes are SHA-256, in lower-case hex.

log.jsonl       The log: one line of canonical JSON each, in the order of the tree. Kinds: ballot, quarantine, dismiss,
                release, erase, cut, prolong, close. The leaf of a line is SHA-256(0x00, line without its line break);
                a node is SHA-256(0x01, left, right); the tree is that of RFC 6962.
openings.jsonl  {"leaf","payload","salt"}, ascending leaves: what opens the ballot lines. The commitment of a line is
                SHA-256("ballot/v1", 0x00, the 16 bytes of salt, payload). Lines that an erase line names have none.
heads.jsonl     {"note","signedAt","size"}, ascending sizes: every head that was signed. A note is a C2SP checkpoint
                (tlog-checkpoint, signed-note) by the round's key; the last one covers the whole log.
round.json      The key (as SPKI and as a C2SP vkey), the origin of the notes, F, K, the quorum, the moments.
designs.json    [{"artworkSha256","counted","designer","fabric","id","place","title"}]: every design that was dealt. One
                that left the round before the count is not counted, and the cut or the close passes over it. "place" is
                where its art stood on the shirt, in whole mm: {"fromCentreMm","topMm","widthMm"}, from the shirt's centre
                line to the middle of the art (to the right above 0), from the top of the print area, ${BELOW_COLLAR_MM} mm below the
                collar, and how wide it prints; its height follows from the file. Older bundles have neither fabric nor
                place.
result.json     The count that was closed, to its last byte. "crowd" is what nothing here recounts: the accounts that could
                vote, the voters by the age of their accounts when voting opened, and how buyers placed the finalists,
                or null with fewer than 20 buyers among the voters.
manifest.txt    A signed note: "fraisier/bundle/v1", the origin, then the hashes of the short files.

Rules
-----
Counting: ballot lines that no later line replaces, that no erase line names, and that are not set aside. A line is set
aside when the last quarantine or release that names it is a quarantine. One ballot for each pseudonym and design.
An erase line names all lines of a voter: of a line and the one that it replaces, both are erased or neither is. When
ratings that counted at the cut were erased since, the finalists must be such as those ratings can have chosen.
Points of a rating are its stars plus one for "would wear". With R ratings and P points in all, n and p of a design:
score = floor(10^6 (R p + K P) / (R (n + K))). Then the higher share of "would wear", then the larger n; what is equal
in all three shares its place. Finalists: at the cut line, with the lines before it, the designs with fewer than F
before them. Winners: the best finalists at the close that were not passed over.
A receipt signs "fraisier/receipt/v1\\n" round "\\n" leaf "\\n".
`;
