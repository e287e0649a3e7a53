import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { abbreviationsExplained, examineFields } from '../../../src/text/doctor/index.ts'
import { told } from './told.ts'

describe('an abbreviation', () => {
  test('is written out where it is first used, and only there', () => {
    assert.deepEqual(told('Chủ tịch UBND tỉnh và UBND huyện', 'abbreviation'), ['UBND → Ủy ban nhân dân (UBND)'])
    assert.deepEqual(told('DTTS ở các xã', 'abbreviation'), ['DTTS → Dân tộc thiểu số (DTTS)'])
  })

  test('that the table does not know is left to its author', () => {
    assert.deepEqual(told('Báo với BQLDA huyện', 'abbreviation'), ['BQLDA → ?'])
  })

  for (const text of [
    'Ban Vì sự tiến bộ phụ nữ (VSTBPN) tỉnh; VSTBPN năm 2016',
    'UBND (Ủy ban nhân dân) huyện',
    'Ban quản lý dự án, sau đây gọi tắt là BQLDA',
    'học sinh, sinh viên (HS, SV)',
    'Quyết định 45/QĐ-UBND, ngành GD&ĐT, kế hoạch KT-XH, TP.HCM',
    'UBND HUYỆN ĐAK PƠ',
    'quý II, khóa XIV, mã QR, tệp PDF, UNESCO',
    'BAN tổ chức',
    'https://UBND.vn',
  ]) {
    test(`"${text}" asks for no explanation`, () => assert.deepEqual(told(text, 'abbreviation'), []))
  }

  test('explained later is still unexplained where it is first read', () => {
    assert.equal(told('UBND họp. Ủy ban nhân dân (UBND) nghe báo cáo.', 'abbreviation').length, 1)
  })

  test('in brackets gets no second pair of them', () => {
    assert.deepEqual(told('lãnh đạo (UBND huyện)', 'abbreviation'), ['UBND → ?'])
  })

  test('explained in the lead is known in the body', () => {
    const known = abbreviationsExplained('Ủy ban nhân dân (UBND) xã họp với HĐND.')
    assert.deepEqual(known, new Set(['UBND']))
    assert.deepEqual(told('UBND và HĐND', 'abbreviation', { known }), ['HĐND → Hội đồng nhân dân (HĐND)'])
  })

  test('is told once for all fields, and where the lead explains it not at all', () => {
    const fields = { lead: 'Ủy ban nhân dân (UBND) xã và HĐND họp.', body: 'UBND và HĐND.', title: 'UBND, HĐND họp' }
    assert.deepEqual(
      examineFields(fields).map(({ field, found }) => `${field}: ${found}`),
      ['lead: HĐND'],
    )
  })
})
