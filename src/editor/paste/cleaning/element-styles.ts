import { sheetElement, styleAttribute } from './inert-page.ts'

/** What a style sheet or a style attribute says of an element, by property, in small letters. */
export type Declarations = ReadonlyMap<string, string>
export type StyleOf = (element: Element) => Declarations

const silent: Declarations = new Map()

/**
 * Reads styles as text: the browser forgets the properties that Word invented, and Excel and Word say in classes what is
 * bold or in which font. Rules for a class, with or without a tag, are all that programs write into their clipboard.
 */
export function createStyleReader(page: Document): StyleOf {
  const sheets = [...page.querySelectorAll(sheetElement)].map((sheet) => sheet.textContent ?? '')
  const byClass = readSheet(sheets.join('\n'))
  const known = new Map<string, Declarations>()

  return (element) => {
    const [classes, own] = [element.getAttribute('class') ?? '', element.getAttribute(styleAttribute) ?? '']
    if (classes === '' && own === '') return silent
    const key = `${element.localName} ${classes} ${own}`
    const declared = known.get(key) ?? new Map([...ofClasses(element.localName, classes), ...declarationsIn(own)])
    known.set(key, declared)
    return declared
  }

  function ofClasses(tag: string, classes: string): [string, string][] {
    const names = classes.split(/\s+/).map((name) => name.toLowerCase())
    return names.flatMap((name) => [...(byClass.get(`.${name}`) ?? []), ...(byClass.get(`${tag}.${name}`) ?? [])])
  }
}

function readSheet(sheet: string): Map<string, [string, string][]> {
  const rules = new Map<string, [string, string][]>()
  for (const rule of withoutComments(sheet).split('}')) {
    const start = rule.indexOf('{')
    if (start < 0) continue
    const declared = declarationsIn(rule.slice(start + 1))
    for (const selector of rule.slice(0, start).split(',')) {
      const name = selector.trim().toLowerCase()
      if (/^[a-z\d]*\.[\w-]+$/.test(name)) rules.set(name, [...(rules.get(name) ?? []), ...declared])
    }
  }
  return rules
}

const withoutComments = (sheet: string): string =>
  sheet
    .replace(/<!--|-->/g, ' ')
    .split('*/')
    .map((part) => part.split('/*')[0])
    .join(' ')

function declarationsIn(style: string): [string, string][] {
  return outsideQuotes(style).flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':')
    const property = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration.slice(colon + 1).replace(/!important/i, '')
    return colon > 0 ? [[property, value.trim()]] : []
  })
}

/** The semicolon of `"Times;New"` parts nothing. */
function outsideQuotes(style: string): string[] {
  const parts = ['']
  let quote = ''
  for (const letter of style) {
    if (letter === ';' && quote === '') parts.push('')
    else parts[parts.length - 1] += letter
    if (letter === quote) quote = ''
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter
  }
  return parts
}

/** `".VnTime","sans-serif"` → `.VnTime` */
export const firstFont = (family: string): string => (family.split(',')[0] ?? '').replace(/["']/g, '').trim()
