/** Loaded before a program (`node --import`): as it ends, its highest memory and its processor time go into the file that USAGE_FILE names. */
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.USAGE_FILE !== undefined) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    // kilobytes and microseconds, on every system
    const usage = { peak: maxRSS * 1024, processor: (userCPUTime + systemCPUTime) / 1e6 };
    writeFileSync(process.env.USAGE_FILE, JSON.stringify(usage));
  });
}
