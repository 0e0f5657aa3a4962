/** What a browser measures: the rules. */
import type { Rule } from '../rule.ts';

/** About what only shows when slides and pages are laid out. Without a browser, nobody looks for them. */
export const MEASURED_RULES = {
  overflow: {
    severity: 'warning',
    only: 'measured',
    summary: 'something ends beyond the edge of its slide',
    reason: 'The slide is set smaller until all of it fits, down to 70 %; what is still too much is cut off.',
    wrong: `## One\n\n| Week | Topic |\n|------|-------|\n${'| 1 | a |\n'.repeat(24)}`,
    right: '## One\n\n| Week | Topic |\n|------|-------|\n| 1 | a |\n| 2 | b |',
  },
  'small-text': {
    severity: 'info',
    only: 'measured',
    summary: 'text on a slide is less high than a fiftieth of it',
    reason: 'From the back row it cannot be read.',
    wrong: '## One\n\n[The terms of use]{style="font-size: 9px"}',
    right: '## One\n\nThe terms of use',
  },
  'failed-picture': {
    severity: 'warning',
    only: 'measured',
    summary: 'a browser cannot show a picture that is there',
    reason: 'The file is broken, or is not what its name says. The audience sees an empty box.',
    wrong: '## One\n\n![Drift over the year](drift.png)',
    right: '## One\n\n![Drift over the year](drift.svg)',
    beside: {
      'slides/drift.png': 'not a picture',
      'slides/drift.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><path d="M0 0h800v400z"/></svg>',
    },
  },
  'coarse-picture': {
    severity: 'info',
    only: 'measured',
    summary: 'a picture is shown much larger than it is',
    reason: 'On a projector its pixels show, and its text is hard to read.',
    wrong: 'A screenshot of 300 pixels that fills a slide of 1280.',
    right: 'The same screenshot, taken again at 1280 pixels.',
    file: null,
  },
  'vanishing-picture': {
    severity: 'warning',
    only: 'measured',
    summary: 'a picture has nearly the colour of what it stands on in the dark',
    reason: 'Whoever presents or reads in the dark sees an empty place: dark ink on nothing, and nothing light behind it.',
    wrong: '## One\n\n![Drift over the year](drift.svg){.plain}',
    right: '## One\n\n![Drift over the year](drift.svg)',
    beside: {
      'slides/drift.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400"><path d="M0 380 800 0" stroke="#000" stroke-width="9"/></svg>',
    },
  },
  'script-error': {
    severity: 'warning',
    only: 'measured',
    summary: 'a script fails in a page of the course that a lecture shows in a frame',
    reason: 'What was to be shown there does not work, in class least of all.',
    wrong: '## One\n\n<iframe src="demo.html" title="Drift, to be tried"></iframe>',
    right: '## One\n\n<iframe src="mended.html" title="Drift, to be tried"></iframe>',
    beside: {
      'slides/demo.html': '<!doctype html><title>Demo</title><script>show(drift)</script>',
      'slides/mended.html': '<!doctype html><title>Demo</title><script>document.title = "Drift"</script>',
    },
  },
  'unnamed-host': {
    severity: 'warning',
    only: 'measured',
    summary: 'a page of the course that a lecture shows in a frame asks a host for something that no lecture names',
    reason: 'It learns of whoever opens the lecture, and in a room without a network the frame stays empty.',
    wrong: '## One\n\n<iframe src="demo.html" title="Drift, to be tried"></iframe>',
    right: '## One\n\n<iframe src="own.html" title="Drift, to be tried"></iframe>',
    beside: {
      'slides/demo.html': '<!doctype html><title>Demo</title><script src="https://cdn.example.org/plot.js"></script>',
      'slides/own.html': '<!doctype html><title>Demo</title><p>A plot</p>',
    },
  },
  accessibility: {
    severity: 'warning',
    only: 'examined',
    summary: 'axe finds something on a slide or page that not everyone can use',
    reason: 'Some of the audience cannot see it, hear it, or reach it: text that is too faint, a frame or field without a name.',
    wrong: '## One\n\n[The terms of use]{style="color: #9aa5a6"}',
    right: '## One\n\nThe terms of use',
  },
} as const satisfies Readonly<Record<string, Rule>>;
