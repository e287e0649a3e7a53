import type { Feature } from './feature.ts'
import { paste } from './paste/paste-feature.ts'
import { startEditor } from './start-editor.ts'
import { alone } from './view/alone.ts'
import { boxes } from './view/boxes.ts'
import { findDesk } from './view/desk.ts'
import { find } from './view/find.ts'
import { leaving } from './view/leaving.ts'
import { links } from './view/links.ts'
import { pictures } from './view/pictures.ts'
import { tables } from './view/tables.ts'
import { textLength } from './view/text-length.ts'
import { videos } from './view/videos.ts'
import { writing } from './view/writing.ts'

/** What the editor can do, each in a file of its own. */
const features: Feature[] = [writing, links, tables, pictures, videos, boxes, find, leaving, paste, textLength, alone]

const desk = findDesk()
if (desk) startEditor(desk, features)
