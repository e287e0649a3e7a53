import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** A noisy photo of 12 megapixels, turned by its metadata. Made in a process of its own, so that its memory is not counted here. */
export function makePhoto(path: string) {
  const script = `
    import sharp from 'sharp'
    const size = { width: 4032, height: 3024 }
    const noise = (mean, sigma) => ({ type: 'gaussian', mean, sigma })
    const shapes = await sharp({ create: { width: 48, height: 36, channels: 3, background: '#808080', noise: noise(128, 60) } }).png().toBuffer()
    const base = await sharp(shapes).resize({ ...size, kernel: 'cubic' }).png({ compressionLevel: 0 }).toBuffer()
    const grain = await sharp({ create: { ...size, channels: 3, background: '#808080', noise: noise(128, 24) } }).png({ compressionLevel: 0 }).toBuffer()
    await sharp(base).composite([{ input: grain, blend: 'soft-light' }]).jpeg({ quality: 92 }).withMetadata({ orientation: 6 }).toFile(${JSON.stringify(path)})`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  if (status !== 0) throw new Error(String(stderr))
}

/** The most that this process ever held. */
export const peakMegabytes = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
