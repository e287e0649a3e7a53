import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import type { StaffTools } from './accounts/index.ts'
import { ConfigFault, readConfig } from './config.ts'
import { DatabaseUnusable, migrate, openDatabase } from './database/index.ts'
import { FolderUnusable } from './exports/index.ts'
import { examineInstallation } from './operations/doctor.ts'
import { exportLinesTo, exportSiteTo } from './operations/export-commands.ts'
import { importFrom } from './operations/import-command.ts'
import { exportRedirects, importRedirects } from './operations/redirect-commands.ts'
import { addStaff, CommandFault, changePassword, letInAgain } from './operations/staff-commands.ts'
import { createPortal, migrationsFolder } from './portal.ts'
import { realWorld } from './site/world.ts'

const signs = { ok: '✓', warning: '!', fault: '✗' }

const program = new Command('portal')
  .description('Việc của người vận hành Cổng Tin (what operators do)')
  .showHelpAfterError()

const staff = program.command('staff').description('tài khoản cán bộ (staff accounts)')

staff
  .command('add')
  .description('thêm một người; in ra đường dẫn một lần để đặt mật khẩu (add a person; prints a one-time link)')
  .requiredOption('--email <email>', 'thư điện tử (email)')
  .requiredOption('--name <name>', 'họ và tên (full name)')
  .requiredOption('--role <role>', 'reporter | editor | publisher | administrator')
  .option('--password-stdin', 'đọc mật khẩu từ đầu vào chuẩn (read the password from standard input)')
  .action((options) =>
    withDatabase(async (tools, staffUrl) => {
      const path = await addStaff(tools, { ...options, password: await passwordFrom(options) })
      console.log(path ? `Đường dẫn một lần (one-time link): ${staffUrl}${path}` : `Đã thêm (added): ${options.email}`)
    }),
  )

staff
  .command('password')
  .description('đặt lại mật khẩu; không có --password-stdin thì in đường dẫn một lần (reset; prints a one-time link)')
  .requiredOption('--email <email>', 'thư điện tử (email)')
  .option('--password-stdin', 'đọc mật khẩu từ đầu vào chuẩn (read the password from standard input)')
  .action((options) =>
    withDatabase(async (tools, staffUrl) => {
      const path = await changePassword(tools, options.email, await passwordFrom(options))
      console.log(
        path ? `Đường dẫn một lần (one-time link): ${staffUrl}${path}` : `Đã đổi mật khẩu (changed): ${options.email}`,
      )
    }),
  )

staff
  .command('reset')
  .description(
    'mất điện thoại, bị khóa ngoài: gỡ xác thực hai bước, kết thúc mọi phiên, in đường dẫn một lần (locked out: removes the second factor, ends sessions, prints a one-time link)',
  )
  .requiredOption('--email <email>', 'thư điện tử (email)')
  .action((options) =>
    withDatabase(async (tools, staffUrl) => {
      const path = await letInAgain(tools, options.email)
      console.log(`Đường dẫn một lần (one-time link): ${staffUrl}${path}`)
    }),
  )

program
  .command('migrate')
  .description('nâng cấp bảng dữ liệu (bring the schema up to date)')
  .action(async () => {
    const database = await openDatabase(readConfig(process.env))
    try {
      const applied = await migrate(database, migrationsFolder)
      console.log(
        applied.length > 0 ? applied.map((name) => `✓ ${name}`).join('\n') : 'Không có bước nào mới (nothing to do)',
      )
    } finally {
      await database.close()
    }
  })

program
  .command('sample')
  .description('nạp huyện mẫu vào cổng còn trống (load the sample district into an empty installation)')
  .action(async () => {
    const config = readConfig(process.env)
    const portal = await createPortal(config, realWorld(config.logLevel))
    try {
      const isFilled = await portal.fillIfUntouched()
      if (!isFilled) throw new CommandFault('Cổng đã có dữ liệu nên không nạp mẫu (not empty, so nothing was loaded)')
      console.log('Đã nạp huyện mẫu (sample district loaded)')
    } finally {
      await portal.close()
    }
  })

program
  .command('import <source>')
  .alias('nhap')
  .description(
    'nhập bài từ cổng cũ: tệp xuất WordPress, RSS, Atom, CSV, thư mục trang HTML đã lưu; chạy lại không sinh bản trùng (import from an old site; running it again makes no duplicates)',
  )
  .option(
    '--name <name>',
    'tên của nguồn, giữ nguyên giữa các lần chạy (what the source is called, the same at every run)',
  )
  .option('--mapping <file>', 'tệp JSON: bộ chọn CSS, cột CSV, chuyên mục (selectors, columns, categories)')
  .option('--media <folder>', 'thư mục ảnh và tệp của cổng cũ (pictures and files of the old site)')
  .option('--category <path>', 'chuyên mục cho bài không có chỗ, như tin-tuc (for what finds no category)')
  .option('--make-categories', 'tạo chuyên mục còn thiếu (make categories that are missing)')
  .option('--drafts', 'nhập thành bản nháp, không đăng (as drafts, not published)')
  .option('--thu, --dry-run', 'chạy thử, không ghi gì (a trial that writes nothing)')
  .option('--allow-host <host...>', 'được tải ảnh và tệp từ máy chủ này (files may be fetched from this host)')
  .option('--report <file>', 'báo cáo từng mục, .csv hoặc .jsonl (a line for each item)')
  .option('--redirects <file>', 'CSV địa chỉ cũ và mới (old and new addresses)')
  .action(async (source, options) => {
    const config = readConfig(process.env)
    const database = await openDatabase(config)
    try {
      await migrate(database, migrationsFolder)
      const tools = { config, database, world: realWorld(config.logLevel) }
      const lines = await importFrom(tools, source, options, showShare)
      if (process.stdout.isTTY) console.log()
      console.log(lines.join('\n'))
    } finally {
      await database.close()
    }
  })

program
  .command('reindex')
  .description('lập lại chỉ mục tìm kiếm, cổng vẫn chạy (rebuild the search indexes; the site stays up)')
  .action(async () => {
    const config = readConfig(process.env)
    const portal = await createPortal(config, realWorld(config.logLevel))
    try {
      const count = await portal.rebuildSearch(showProgress)
      console.log(`\nĐã lập chỉ mục ${count} mục (entries indexed)`)
    } finally {
      await portal.close()
    }
  })

const redirects = program.command('redirects').description('địa chỉ của cổng cũ (addresses of the old portal)')

redirects
  .command('import <file>')
  .description(
    'nhập tệp CSV hai cột: địa chỉ cũ, nơi đến; chạy lại không trùng (import a CSV of old and new addresses)',
  )
  .option('--dry-run', 'chỉ xem thử, không đổi gì (say what would happen, change nothing)')
  .option('--report <file>', 'ghi kết quả từng dòng ra tệp CSV (write what became of each line)')
  .action((file: string, options: { dryRun?: boolean; report?: string }) =>
    withDatabase(async (tools) => {
      const config = readConfig(process.env)
      const isTrial = options.dryRun ?? false
      const wish = { isTrial, report: options.report ?? null, onProgress: showProgress }
      const lines = await importRedirects({ ...tools, config }, file, wish)
      console.log(`\n${lines.join('\n')}`)
      if (isTrial) console.log('Mới xem thử, chưa đổi gì (a dry run; nothing was changed)')
    }),
  )

redirects
  .command('export')
  .description('in ra tệp CSV mà lệnh import đọc được (print the CSV that import reads)')
  .action(() =>
    withDatabase(async (tools) => {
      for await (const piece of exportRedirects({ ...tools, config: readConfig(process.env) }))
        process.stdout.write(piece)
    }),
  )

program
  .command('export-site <folder>')
  .alias('xuat-tinh')
  .description('xuất cả cổng thành tệp tĩnh; chạy lại chỉ ghi tệp đã đổi (the whole site as static files)')
  .action(async (folder: string) => {
    const { written, unchanged, removed, dead, failed } = await exportSiteTo(
      readConfig(process.env),
      folder,
      showProgress,
    )
    console.log(`\nGhi (written) ${written}, giữ (unchanged) ${unchanged}, bỏ (removed) ${removed}: ${folder}`)
    for (const address of dead) console.log(`! không dẫn tới đâu (leads nowhere): ${address}`)
    for (const address of failed) console.error(`✗ không lấy được (failed): ${address}`)
    if (failed.length > 0) process.exitCode = 1
  })

program
  .command('export-lines [file]')
  .alias('xuat-dong')
  .description('mọi nội dung công khai, mỗi dòng một JSON; không nêu tệp thì in ra (all public content as JSON Lines)')
  .action((file?: string) => exportLinesTo(readConfig(process.env), file ?? null))

program
  .command('doctor')
  .description('khám cài đặt; thoát khác 0 khi có lỗi (examine the installation; non-zero exit on faults)')
  .action(async () => {
    const findings = await examineInstallation(readConfig(process.env), migrationsFolder)
    for (const { level, text: line, advice } of findings)
      console.log(`${signs[level]} ${line}${advice ? `\n    ${advice}` : ''}`)
    if (findings.some(({ level }) => level === 'fault')) process.exitCode = 1
  })

try {
  await program.parseAsync()
} catch (error) {
  const told = [ConfigFault, DatabaseUnusable, CommandFault, FolderUnusable].some((kind) => error instanceof kind)
  if (!told) throw error
  console.error((error as Error).message)
  process.exitCode = 1
}

async function withDatabase(work: (tools: StaffTools, staffUrl: string) => Promise<void>) {
  const config = readConfig(process.env)
  const database = await openDatabase(config)
  try {
    await migrate(database, migrationsFolder)
    await work({ database, world: realWorld(config.logLevel) }, config.staffUrl)
  } finally {
    await database.close()
  }
}

/** A bar that grows on one line of a terminal; nothing where the output is kept in a file. */
function showProgress(done: number, total: number) {
  if (!process.stdout.isTTY || total === 0) return
  const width = 40
  const filled = Math.round((done / total) * width)
  process.stdout.write(`\r[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`)
}

/** As far as a source is read; how many items it holds nobody knows before its end. */
function showShare(share: number, count: number) {
  if (!process.stdout.isTTY) return
  const width = 40
  const filled = Math.round(share * width)
  process.stdout.write(`\r[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${Math.round(share * 100)}% · ${count}`)
}

/** Never an argument: those stand in the shell's history and in the list of processes. */
async function passwordFrom(options: { passwordStdin?: boolean }): Promise<string | null> {
  return options.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
}
