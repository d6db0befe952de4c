import type { opsModeration as shape } from '../fr/ops-moderation.ts';

export const opsModeration: typeof shape = {
  findings: {
    format: ({ format }) => `Format: ${format}`,
    file_size: () => 'The file is too heavy',
    side_too_long: ({ width, height, most }) => `${width} × ${height} px, ${most} at most on a side`,
    too_many_pixels: () => 'Too many pixels',
    too_small: ({ width, height, least }) => `${width} × ${height} px, ${least} at least on a side`,
    resolution: ({ dpi, sharpDpi = dpi, widthMm, heightMm, goodWidthMm, goodHeightMm }, good) =>
      good
        ? `${dpi} dots per inch at ${widthMm} × ${heightMm} mm`
        : `${sharpDpi} dots per inch: sharp up to ${goodWidthMm} × ${goodHeightMm} mm`,
    transparency: ({ opaquePercent }, good) =>
      good ? `Transparent ground, ${opaquePercent}% covered` : 'No transparency: a full rectangle is printed',
    blank: (_values, good) => (good ? 'The image is not empty' : 'Empty image'),
    shape: ({ widthMm, heightMm, areaPercent }, good) =>
      good
        ? `Fills ${areaPercent}% of the print area`
        : `Long and narrow: ${widthMm} × ${heightMm} mm, ${areaPercent}% of the area`,
    background: ({ hex, percent }, good) =>
      good ? 'No filled ground around the motif' : `A flat ${hex} ground around the motif, ${percent}% of the image`,
    halo: ({ percent }, good) => (good ? 'Sharp edges' : `Half-transparent areas, ${percent}% of the motif`),
    strays: ({ count, largestMm }, good) =>
      good ? 'No stray specks' : `Stray specks: ${count}, ${largestMm} mm at most`,
    edge: ({ leastMm, nearestMm }, good) =>
      good
        ? `${nearestMm} mm from the edge at its nearest`
        : `${nearestMm} mm from the edge of the print area, ${leastMm} mm at least`,
    empty_margin: ({ percent, widthMm, heightMm }, good) =>
      good
        ? 'Framed close to the motif'
        : `${percent}% of nothing around it: the motif prints at ${widthMm} × ${heightMm} mm`,
    thin_lines: ({ leastMm, thinnestMm, gapMm }, good) =>
      good
        ? `Lines of ${leastMm} mm or more`
        : `${[thinnestMm && `lines of ${thinnestMm} mm`, gapMm && `gaps of ${gapMm} mm`]
            .filter(Boolean)
            .join(', ')
            .replace(/^./, (letter) => letter.toUpperCase())}; ${leastMm} mm at least`,
    inks: ({ count, most, photographic }, good) =>
      photographic === 1
        ? `Photographic art${good ? '' : ': no flat inks to separate'}`
        : `${count} ${Number(count) === 1 ? 'ink' : 'inks'}${good ? '' : `, ${most} at most`}`,
    contrast: ({ lostPercent }, good) =>
      good ? 'Reads on its fabric' : `${lostPercent}% of the design is lost on its fabric`,
    colour: ({ space, gamutPercent }, good) =>
      good ? `Colours: ${space}` : `Colours in ${space}, converted: ${gamutPercent}% outside sRGB`,
  },
  blockers: {
    submissions_closed: (phase) => `Its round no longer takes designs (${phase}).`,
    artwork_not_checked: () => 'The file is still being checked.',
    design_not_reviewable: () => 'This design is not waiting for a decision.',
    round_full: (detail) => `The round is full: ${detail} designs.`,
    artwork_changed: (version) =>
      `Its designer has sent another file (version ${version}): nothing is decided about it.`,
    reason_missing: () => 'Tick one reason at least.',
  },
  refusals: {
    too_thin: 'Strokes too thin',
    blurred_edges: 'Blurred edges',
    low_resolution: 'Too few pixels',
    text_unreadable: 'Unreadable text',
    not_printable: 'Cannot be printed as it is',
    not_an_image: 'Not an image',
    image_broken: 'Broken file',
    blank: 'Empty image',
    likeness: 'Too close to another work',
    rights: 'Rights or source missing',
    offensive: 'Attacks people',
    advertising: 'Advertising',
    duplicate: 'Already in the round',
    other: 'Another, said below',
  },
  states: {
    checked: 'To review',
    checking: 'Being checked',
    admitted: 'Admitted',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  title: 'Moderation',
  subtitle: (designs, notes) =>
    `${[
      designs === 0 ? 'No design to review' : designs === 1 ? 'One design to review' : `${designs} designs to review`,
      notes === 0 ? 'no words to read' : notes === 1 ? 'one word to read' : `${notes} words to read`,
    ].join(', ')}.`,
  view: 'What is looked at',
  notes: 'Words',
  since: (when) => `The oldest has waited since ${when}.`,
  queue: 'Queue',
  fine: 'All clear',
  look: 'Worth a look',
  flat: 'Flat',
  worn: 'Worn',
  empty: {
    checked: 'All seen.',
    other: 'Nothing here.',
    hint: 'Designs come here as soon as their file is checked.',
    notes: 'No words are waiting.',
    notesHint: 'What voters write passes here before its designer reads it.',
  },
  facts: {
    designer: 'Designer',
    submitted: 'Received',
    round: 'Round',
    fabric: 'Fabric',
    inks: 'Inks',
    size: 'File',
    place: 'On the T-shirt',
    placeOf: (width: string, down: string, across: string) =>
      `${width} cm wide, ${down} cm below the collar seam, ${across}`,
    centred: 'centred',
    leftOf: (cm: string) => `${cm} cm left of centre`,
    rightOf: (cm: string) => `${cm} cm right of centre`,
    pixels: (width, height) => `${width} × ${height} px`,
    version: (version) => `version ${version}`,
    original: 'Original file',
    story: 'Story',
    noStory: 'No story.',
    sources: 'Sources declared',
    noSources: 'No source declared.',
    alt: 'Alternative text',
    altEn: 'In English',
    findings: 'Check of the file',
    decision: 'Decision',
    decided: { admission: (when) => `Admitted on ${when}`, refusal: (when) => `Refused on ${when}` },
  },
  admit: 'Admit',
  admitted: (title) => `“${title}” is admitted.`,
  admitBlocked: 'Cannot be admitted',
  refuse: 'Refuse',
  refused: (title) => `“${title}” is refused.`,
  refuseTitle: (title) => `Refuse “${title}”`,
  refuseReasons: 'Reasons, which the designer reads',
  message: 'Words to the designer',
  messageHint: 'Say what can be mended. Designers keep their place while the round takes designs.',
  messageForOther: 'Say the reason: “Another” points here.',
  refuseConfirm: 'Refuse for these reasons',
  failed: (title) => `The decision on “${title}” did not go through.`,
  gone: { internal: 'A failure on our side. Try again.', not_found: 'There is no such design.' },
  one: {
    checked: 'To review',
    checking: 'Being checked',
    admitted: 'Admitted',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
  },
  compare: {
    tag: (percent) => `${percent}% alike`,
    same: (title) => `Nearly “${title}”`,
    alike: (title) => `Close to “${title}”`,
    percent: (percent) => `Outlines ${percent}% alike`,
    upright: 'as both were uploaded.',
    way: (ways) => `once the older one is ${ways}.`,
    ways: ({ mirrored, quarters, angle }) => {
      const turn =
        ['', 'turned a quarter to the right', 'put upside down', 'turned a quarter to the left'][quarters] ?? '';
      const all = [
        angle === 0 ? '' : `tilted ${Math.abs(angle)}° to the ${angle > 0 ? 'right' : 'left'}`,
        mirrored ? 'mirrored' : '',
        turn,
      ].filter(Boolean);
      return all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '');
    },
    judge: 'Colours and margins do not count. The designer knows nothing of it: you judge.',
    which: (count) => `${count} designs look like it`,
    mode: 'How to compare',
    modes: { side: 'Side by side', curtain: 'Curtain', swap: 'In turn' },
    laid: 'Lay the older one the same way',
    curtain: 'Where the curtain hangs',
    shown: 'On screen:',
    swap: 'Swap',
    missing: 'The picture is still being made',
    sheet: 'What both designs declare',
    this: 'This one',
    older: 'The older one',
    title: 'Title',
    state: 'State',
    nobody: 'Erased account',
    replaced: (version) => `Version ${version}, replaced`,
  },
  chosen: {
    label: 'Ticked designs',
    choose: (name) => `Tick “${name}”`,
    all: (count) => (count === 1 ? 'Tick the design' : `Tick all ${count}`),
    none: 'Tick none',
    count: (count) => (count === 1 ? 'One design ticked' : `${count} designs ticked`),
    admit: (count) => (count === 1 ? 'Admit 1 design' : `Admit ${count} designs`),
    refuse: (count) => (count === 1 ? 'Refuse 1 design' : `Refuse ${count} designs`),
    clear: 'Untick',
    escape: 'Esc',
    some: (count) =>
      count === 1
        ? 'One design cannot be admitted: it stays in the queue.'
        : `${count} designs cannot be admitted: they stay in the queue.`,
    safe: 'Each designer gets their answer. You have a few seconds to take it back; if you close the page, what is waiting is sent at once, and the log tells what became of it.',
    admitted: (count) =>
      count === 1 ? 'One design is admitted.' : `${count} designs are admitted. Nothing has been sent yet.`,
    refused: (count) =>
      count === 1 ? 'One design is refused.' : `${count} designs are refused. Nothing has been sent yet.`,
    messageHint: 'Each designer reads these same words. Say what can be mended.',
  },
  report: {
    title: (done, undone) =>
      undone === 0
        ? `${done === 1 ? 'One decision went through' : `All ${done} decisions went through`}`
        : done === 0
          ? 'Nothing went through'
          : `${done} of ${done + undone} went through`,
    became: (title, state) => `“${title}”: ${state.toLowerCase()}`,
    notDone: (title) => `“${title}”:`,
    already: (state, who, when) => `already ${state.toLowerCase()} by ${who}, ${when}.`,
    unknown: 'Unknown design',
    close: 'Put the report away',
  },
  keys: (likeness) => [
    [['J', '↓'], 'Next design'],
    [['K', '↑'], 'Previous design'],
    [['A'], 'Admit, or all that are ticked'],
    [['R'], 'Refuse, or all that are ticked'],
    [['X'], 'Tick this design'],
    [['*'], 'Tick the whole queue, or none'],
    [['Z'], 'Take the last decision back'],
    ...(likeness
      ? ([
          [['C'], 'Compare another way'],
          [['B'], 'Show one, then the other'],
          [['T'], 'The older one laid alike, or as it was'],
          [['N'], 'Next likeness'],
        ] as const)
      : []),
    [['Esc'], 'Close the form, untick'],
  ],
  approve: 'Pass on',
  approved: 'The words are passed on.',
  hide: 'Keep here',
  hidden: 'The words stay here.',
  noteFor: (title) => `For “${title}”`,
  anonymous: 'Who wrote it is shown to nobody.',
};
