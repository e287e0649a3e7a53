import { type Checked, type Finding, runChecks } from '../../src/checks/index.ts'
import { createMarkdown } from '../../src/markdown/index.ts'
import { closeAfterTest } from '../support/close-after-test.ts'

const markdown = createMarkdown()
closeAfterTest(() => markdown.close())

export const picture = {
  alternativeText: 'Hội trường nhìn từ hàng ghế cuối, đại biểu ngồi kín.',
  isDecorative: false,
  credit: 'Ảnh: Lan Hương',
  caption: 'Quang cảnh hội nghị',
  originalName: 'IMG_2017.jpg',
  width: 1600,
  height: 1067,
}

/** An article that every check is content with. */
export const good: Checked = {
  title: 'Lớp cồng chiêng cho thiếu nhi mở lại ở ba làng',
  lead: 'Bốn mươi em học đánh chiêng vào tối thứ Bảy.',
  body: '',
  bodyHtml: '',
  categoryId: 3,
  author: 'Lan Hương',
  unit: '',
  sourceName: '',
  sourceAddress: '',
  tags: ['cồng chiêng'],
  cover: picture,
  bodyPictures: [],
  missingPictures: false,
  knownPaths: new Set(['/lien-he']),
  siteHosts: ['dakpo.gialai.gov.vn'],
  knownHosts: ['baogialai.com.vn'],
}

const goodBody = 'Lần này ba làng góp chung chiêng, góp chung thầy. Xem thêm ở trang [Liên hệ, góp ý](/lien-he).'

/** The good article with something else in it; a body is rendered as it is for readers. */
export async function article(changes: Partial<Checked> = {}): Promise<Checked> {
  const body = changes.body ?? goodBody
  const rendering = await markdown.render({ markdown: body, pictures: {}, language: 'vi' })
  return { ...good, body, bodyHtml: 'html' in rendering ? rendering.html : '', ...changes }
}

export async function findings(changes: Partial<Checked> = {}): Promise<Finding[]> {
  return runChecks(await article(changes), 'vi')
}

/** The findings of one check in short: `blocks title`. */
export async function verdicts(check: Finding['check'], changes: Partial<Checked> = {}): Promise<string[]> {
  const found = (await findings(changes)).filter((finding) => finding.check === check)
  return found.map(({ severity, field }) => `${severity} ${field}`)
}
