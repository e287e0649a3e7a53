import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { root } from '../support/sources.ts'
import { emptyFolder, fixture } from './given-import.ts'

const { PATH = '', HOME = '' } = process.env

async function place() {
  const folder = await emptyFolder()
  const env = { PATH, HOME, DATABASE_URL: `sqlite:${join(folder, 'portal.db')}`, UPLOADS: join(folder, 'uploads') }
  const run = async (...args: string[]) => {
    const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], { cwd: root, env })
    const ended = new Promise<number | null>((settle) => child.once('close', settle))
    const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
    return { output, errors, code }
  }
  return { folder, run }
}

test('an operator tries an import, does it, and repeats it, under either name of the command', async () => {
  const { folder, run } = await place()
  const report = join(folder, 'bao-cao.csv')
  const source = fixture('tin-huyen.rss.xml')

  const trial = await run('nhap', source, '--make-categories', '--thu')
  assert.deepEqual([trial.code, trial.errors], [0, ''])
  assert.match(trial.output, /^Chạy thử: không ghi gì cả\nTổng kết:\n {2}đã nhập: 2 bài\n/)
  const first = await run('import', source, '--make-categories', '--report', report)
  assert.match(first.output, /đã nhập: 2 bài\nCần xem lại:\n {2}lỗi nhỏ ở dòng: 1 lần\nBáo cáo từng mục: /)
  const lines = (await readFile(report, 'utf8')).split('\r\n')
  assert.equal(lines[0], '\ufeffsố,tệp,dòng,mã,tiêu đề,kết quả,trạng thái,bài số,địa chỉ mới,địa chỉ cũ,ghi chú')
  assert.match(
    lines[2] ?? '',
    /^2,tin-huyen\.rss\.xml,17,tin-2,Tập huấn .*,đã nhập,đã đăng,2,\/tin-bai\/.*,lỗi nhỏ ở dòng: 18: /,
  )
  assert.match((await run('nhap', source, '--make-categories')).output, /đã nhập: 0 bài\n {2}không đổi: 2 bài\n$/)
})

test('a wrong call is one sentence', async () => {
  const { run } = await place()
  const { code, errors } = await run('import', 'khong-co.xml')
  assert.deepEqual([code, errors], [1, 'Không tìm thấy nguồn: khong-co.xml\n'])
})
