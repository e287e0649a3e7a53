import type { SampleArticle } from '../sample.ts'
import { aboutArticles } from './about.ts'
import { agricultureArticles } from './agriculture.ts'
import { communityArticles } from './community.ts'
import { cultureArticles } from './culture.ts'
import { dakPoArticle } from './dak-po.ts'
import { districtArticles } from './district.ts'
import { economyArticles } from './economy.ts'
import { labourArticles } from './labour.ts'
import { noticeArticles } from './notices.ts'
import { publicRecordArticles } from './public-records.ts'
import { reformArticles } from './reform.ts'
import { schoolAndHealthArticles } from './schools-and-health.ts'

export const sampleArticles: SampleArticle[] = [
  dakPoArticle,
  ...districtArticles,
  ...economyArticles,
  ...agricultureArticles,
  ...cultureArticles,
  ...schoolAndHealthArticles,
  ...labourArticles,
  ...communityArticles,
  ...reformArticles,
  ...noticeArticles,
  ...publicRecordArticles,
  ...aboutArticles,
]
