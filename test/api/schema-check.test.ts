import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Schema, schemaFaults } from './schema-check.ts'

const document: Schema = {
  components: { Named: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] } },
}
const schema: Schema = {
  type: 'object',
  properties: {
    url: { type: 'string', format: 'uri' },
    at: { type: ['string', 'null'], format: 'date-time' },
    kind: { type: 'string', enum: ['update'] },
    size: { type: 'integer', minimum: 1 },
    names: { type: 'array', items: { anyOf: [{ $ref: '#/components/Named' }, { type: 'null' }] } },
  },
  required: ['url'],
}

test('a record that fits has no faults, and each that does not is named', () => {
  const fitting = {
    url: 'https://dakpo.gialai.gov.vn/',
    at: '2017-02-16T08:00:00+07:00',
    kind: 'update',
    size: 1,
    names: [{ name: 'Hương' }, null],
  }
  assert.deepEqual(schemaFaults(fitting, schema, document), [])
  assert.deepEqual(schemaFaults({ ...fitting, at: null }, schema, document), [])
  const wrong: [object, string][] = [
    [{ ...fitting, url: '/tin-bai/1' }, '.url: not a uri'],
    [{ ...fitting, at: '2017-02-16' }, '.at: not a date-time'],
    [{ ...fitting, kind: 'other' }, '.kind: not one of update'],
    [{ ...fitting, size: 0 }, '.size: less than 1'],
    [{ ...fitting, size: '1' }, '.size: string instead of integer'],
    [{ ...fitting, names: [{}] }, '.names[0]: lacks name'],
    [{ ...fitting, more: 1 }, ': more is in no schema'],
    [{}, ': lacks url'],
  ]
  for (const [record, fault] of wrong) assert.deepEqual(schemaFaults(record, schema, document), [fault])
  assert.match(schemaFaults(1, { type: 'integer', multipleOf: 2 }, document)[0] ?? '', /does not know multipleOf/)
})
