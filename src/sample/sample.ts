/** One article as the sample district tells it; `body` is Markdown, `daysAgo`/`at` place it before the moment of the first start. */
export type SampleArticle = {
  title: string
  lead: string
  body: string
  /** Path in the category tree, such as `tin-tuc/kinh-te`. */
  category: string
  author: string | null
  unit: string | null
  source: { name: string; address: string } | null
  tags: string[]
  /** `at` is local time, HH:MM; `on` is a date, YYYY-MM-DD. */
  posted: { daysAgo: number; at: string } | { on: string; at: string }
  /** File name in pictures/ without extension, or null. */
  cover: string | null
}

export type SampleCategory = {
  slug: string
  name: string
  description: string
  /** Place among the blocks of the home page, first is 1; null keeps the category off it. */
  homePosition: number | null
  children: SampleCategory[]
}

export type SamplePicture = {
  /** Name in pictures/. */
  file: string
  /** The name it had on the computer of the one who sent it. */
  originalName: string
  alternativeText: string
  caption: string
  credit: string
}
