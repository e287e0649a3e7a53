import { randomUUID } from 'node:crypto'
import { mkdir, statfs, unlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { staffReader } from '../accounts/index.ts'
import { type ReceiverState, receiverReader } from '../announcements/index.ts'
import { type ChainFlaw, verifyChain } from '../audit/index.ts'
import type { Config } from '../config.ts'
import { type Database, listPending, openDatabase } from '../database/index.ts'

/** `advice` says what to do; a warning leaves the portal usable. */
export type Finding = { level: 'ok' | 'warning' | 'fault'; text: string; advice: string | null }

const leastFreeBytes = 1024 ** 3

/** What an operator should know before she calls for help. Changes nothing. */
export async function examineInstallation(config: Config, migrationsFolder: string): Promise<Finding[]> {
  const findings = [nodeVersion(), siteAddress(config), await uploadsFolder(config), await freeSpace(config)]
  const database = await openDatabase(config)
  try {
    const pending = await listPending(database, migrationsFolder)
    return [
      ...findings,
      await soundness(database),
      migrations(pending),
      // What has its tables is asked.
      ...(pending.length === 0 ? [await auditLog(database), ...(await receivers(database))] : []),
      await administrators(database),
    ]
  } finally {
    await database.close()
  }
}

const ok = (text: string): Finding => ({ level: 'ok', text, advice: null })

const nodeVersion = () => ok(`Node ${process.versions.node}`)

function siteAddress({ siteUrl }: Config): Finding {
  if (siteUrl.startsWith('https:')) return ok(`SITE_URL ${siteUrl}`)
  return {
    level: 'warning',
    text: `SITE_URL ${siteUrl} không dùng TLS (no TLS)`,
    advice: 'Khi chạy thật, đặt SITE_URL=https://… và để nginx lo TLS (deploy/nginx.conf).',
  }
}

async function uploadsFolder({ uploads }: Config): Promise<Finding> {
  const probe = join(resolve(uploads), `.doctor-${randomUUID()}`)
  try {
    await mkdir(resolve(uploads), { recursive: true })
    await writeFile(probe, '')
    await unlink(probe)
    return ok(`UPLOADS ${resolve(uploads)}`)
  } catch (error) {
    return {
      level: 'fault',
      text: `Không ghi được vào ${resolve(uploads)} (cannot write): ${(error as Error).message}`,
      advice: 'Giao thư mục cho người chạy cổng (chown), hoặc đổi UPLOADS.',
    }
  }
}

async function freeSpace({ uploads }: Config): Promise<Finding> {
  const { bavail, bsize } = await statfs(resolve(uploads)).catch(() => statfs('.'))
  const gigabytes = ((bavail * bsize) / 1024 ** 3).toFixed(1)
  if (bavail * bsize >= leastFreeBytes) return ok(`Còn ${gigabytes} GB trống (free space)`)
  return {
    level: 'warning',
    text: `Chỉ còn ${gigabytes} GB trống (little free space)`,
    advice: 'Dọn ổ đĩa trước khi cổng không ghi được nữa.',
  }
}

async function soundness(database: Database): Promise<Finding> {
  const damage = await database.findDamage()
  if (damage.length === 0) return ok(`Dữ liệu ${database.engine} lành lặn (database sound)`)
  return {
    level: 'fault',
    text: `Dữ liệu bị hỏng (database damaged): ${damage.join('; ')}`,
    advice: 'Dừng cổng, giữ nguyên tệp dữ liệu, chép bản sao lưu gần nhất vào chỗ của nó.',
  }
}

function migrations(pending: string[]): Finding {
  if (pending.length === 0) return ok('Bảng dữ liệu đúng phiên bản (schema up to date)')
  return {
    level: 'warning',
    text: `Còn ${pending.length} bước nâng cấp (pending): ${pending.join(', ')}`,
    advice: 'Chạy: npm run portal -- migrate',
  }
}

const flaws: Record<ChainFlaw, string> = {
  changed: 'nội dung của dòng đã bị đổi (changed)',
  unlinked: 'một dòng ngay trước đó đã bị xóa, chèn thêm hoặc đổi chỗ (removed, slipped in or moved)',
  unchained: 'dòng này không do cổng ghi (not written by the portal)',
  cut: 'những dòng sau đó đã bị xóa hoặc chèn thêm (the end was removed or added to)',
}

/** The count and the last hash are there to be noted: an end that was removed with care shows to nobody else. */
async function auditLog(database: Database): Promise<Finding> {
  const { lines, before, lastHash, brokenAt } = await verifyChain(database.read)
  if (brokenAt) {
    return {
      level: 'fault',
      text: `Nhật ký bị sửa (audit log tampered with), dòng số ${brokenAt.id ?? 0}: ${flaws[brokenAt.reason]}`,
      advice: 'Giữ nguyên dữ liệu, so với các bản sao lưu, báo người phụ trách an toàn thông tin.',
    }
  }
  const older = before > 0 ? `, ${before} dòng có trước chuỗi (older than the chain)` : ''
  const last = lastHash && `, mã dòng cuối (last hash) ${lastHash}`
  return ok(`Nhật ký nguyên vẹn (audit log intact): ${lines} dòng (lines)${older}${last}`)
}

/** By their hosts alone: what stands behind them may be a secret. */
async function receivers(database: Database): Promise<Finding[]> {
  const told = await receiverReader(database.read).listAll(new Date().toISOString())
  const broken = told.filter(({ failingSince, stoppedAt }) => failingSince !== null || stoppedAt !== null)
  if (told.length > 0 && broken.length === 0) return [ok(`${told.length} nơi nhận tin (receivers of announcements)`)]
  return broken.map(receiverTrouble)
}

function receiverTrouble({ host, failingSince, stoppedAt, waiting }: ReceiverState): Finding {
  const since = stoppedAt ? `đã ngừng từ (gone since) ${stoppedAt}` : `không nhận từ (failing since) ${failingSince}`
  return {
    level: 'warning',
    text: `Nơi nhận tin (receiver) ${host} ${since}, đang chờ (waiting): ${waiting}`,
    advice: 'Xem lý do ở trang “Nơi nhận tin” của phòng tin; nơi không còn nữa thì bỏ khỏi WEBHOOKS.',
  }
}

async function administrators(database: Database): Promise<Finding> {
  const count = await staffReader(database.read)
    .countOtherAdministrators(0)
    .catch(() => 0)
  if (count > 0) return ok(`${count} quản trị viên (administrators)`)
  return {
    level: 'warning',
    text: 'Chưa có quản trị viên nào đặt mật khẩu (no administrator can sign in)',
    advice: 'Chạy: npm run portal -- staff add --email … --name … --role administrator',
  }
}
