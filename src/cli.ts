import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import type { StaffTools } from './accounts/index.ts'
import { ConfigFault, readConfig } from './config.ts'
import { DatabaseUnusable, migrate, openDatabase } from './database/index.ts'
import { examineInstallation } from './operations/doctor.ts'
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
  if (!(error instanceof ConfigFault || error instanceof DatabaseUnusable || error instanceof CommandFault)) throw error
  console.error(error.message)
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

/** Never an argument: those stand in the shell's history and in the list of processes. */
async function passwordFrom(options: { passwordStdin?: boolean }): Promise<string | null> {
  return options.passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : null
}
