import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workOnCourse } from '../src/pipeline.ts';
import { reportText } from '../src/report/reportText.ts';
import { imageBytes } from './support/imageBytes.ts';
import { BUILD, writeClient } from './support/renderSite.ts';
import { writeFolder } from './support/writeFolder.ts';

/** What `check` says of one image or film of so many bytes, which begins with these. */
async function checkFile(name: string, size: number, beginning: Uint8Array = new Uint8Array()): Promise<string> {
  const text = `## One\n\n![Drift over the year](../assets/${name})\n\nAgain: ![Drift over the year](../assets/${name})\n`;
  const argument = writeFolder({ 'slides/01-a.md': text, 'assets/README.md': '' });
  writeFileSync(join(argument, 'assets', name), beginning);
  truncateSync(join(argument, 'assets', name), size);
  const options = { argument, out: null, build: BUILD, client: writeClient(), onProgress: () => {} };
  const { diagnostics } = await workOnCourse(options, { to: 'nowhere' });
  return reportText(diagnostics, () => text, { colour: false });
}

const NOTHING = 'No problems found.\n';

it('an image of more than a megabyte is told once, where it is first shown, with what to do', async () => {
  expect(
    await checkFile('photo.jpg', 1_400_000, imageBytes(2000, 1500).jpeg),
  ).toBe(`info[large-file]: “photo.jpg” is 1.4 MB large.
  --> slides/01-a.md:3:24
  2 |
  3 | ![Drift over the year](../assets/photo.jpg)
    |                        ^^^^^^^^^^^^^^^^^^^
  4 |
  = help: Save it with more compression, or with fewer pixels.

1 note in 1 file.
`);
});

it('what to do depends on the kind of file', async () => {
  const photo = await checkFile('photo.png', 900_000, imageBytes(800, 600).png);
  expect(photo).toContain('“photo.png” is a photo of 0.9 MB as PNG.');
  expect(photo).toContain('help: Save it as JPEG or WebP, which take about a tenth.');
  const camera = await checkFile('camera.jpg', 900_000, imageBytes(6000, 4000).jpeg);
  expect(camera).toContain('“camera.jpg” is 0.9 MB large, with 6000 × 4000 pixels.');
  expect(camera).toContain('help: Make it smaller: no screen shows more than 3840 × 2160.');
  expect(await checkFile('loop.gif', 2_000_000, imageBytes(800, 600).gif)).toContain(
    'help: Make a film of it (MP4 or WebM), which takes about a tenth.',
  );
  expect(await checkFile('map.svg', 2_000_000)).toContain('help: Simplify its paths, or save a picture');
  expect(await checkFile('lab.mp4', 50_000_001)).toContain('“lab.mp4” is 50.0 MB large.');
});

it('screenshots, drawings with many pixels and few bytes, and films of a usual size are in order', async () => {
  expect(await checkFile('screenshot.png', 900_000, imageBytes(1920, 1080).png)).toBe(NOTHING);
  expect(await checkFile('poster.png', 240_000, imageBytes(9000, 6000).png)).toBe(NOTHING);
  expect(await checkFile('photo.jpg', 900_000, imageBytes(1920, 1080).jpeg)).toBe(NOTHING);
  expect(await checkFile('lab.mp4', 20_000_000)).toBe(NOTHING);
});
