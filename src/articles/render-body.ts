import type { Config } from '../config.ts'
import type { Database } from '../database/index.ts'
import { type BodyPicture, type Markdown, pictureIdsIn, type Rendering, type Unrenderable } from '../markdown/index.ts'
import { type Audience, type Picture, pictureReader, pictureView } from '../media/index.ts'

export type RenderTools = {
  database: Pick<Database, 'read'>
  markdown: Markdown
  config: Pick<Config, 'language'>
}

const sizes = '(min-width: 48rem) 43rem, 92vw'

/** Pictures that readers may not see yet have addresses of their own, for those who may. */
export async function renderBody(
  { database, markdown, config }: RenderTools,
  body: string,
  audience: Audience,
): Promise<Rendering | Unrenderable> {
  const pictures = await pictureReader(database.read).listByIds(pictureIdsIn(body))
  const ready = [...pictures].map(([id, picture]) => [id, bodyPicture(picture, audience)] as const)
  return markdown.render({ markdown: body, pictures: Object.fromEntries(ready), language: config.language })
}

function bodyPicture(picture: Picture, audience: Audience): BodyPicture {
  const { src, srcset, webpSrcset, largest, width, height, alternativeText } = pictureView(picture, {
    sizes,
    loading: 'lazy',
    audience,
  })
  const { isDecorative, caption, credit } = picture
  return { src, srcset, webpSrcset, largest, width, height, alternativeText, isDecorative, caption, credit }
}

export const isUnrenderable = (rendering: Rendering | Unrenderable): rendering is Unrenderable =>
  'unrenderable' in rendering
