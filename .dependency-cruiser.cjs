// The import rules of the house: who may know whom. Each comment is what a developer reads who breaks one.
const generated = '^src/server/db/generated'

/** The rooms of src/server, floor by floor: each imports from its own floor and those above it in this list alone. */
const floors = [
  [
    ...[
      'crypto',
      'db',
      'face',
      'ledger',
      'live',
      'context',
      'jobs',
      'limits',
      'auth',
      'trpc',
      'words',
      'mail',
    ],
    ...['idempotency', 'rest'],
  ],
  ['biometrics'],
  ['calibration', 'face-checks', 'evidence', 'erasure'],
  ['places'],
  ['duplicates', 'enrolment', 'face-opt-out'],
  [
    ...['classes', 'sessions', 'attendance', 'students', 'roll-calls'],
    ...['workplaces', 'employments', 'time-entries', 'pay-periods', 'payments', 'extras', 'records'],
  ],
  ['clocking'],
  [
    'feeds',
    'kiosks',
    'identification',
    'account',
    'appointments',
    'people',
    'password-reset',
    'face-sign-in',
    'admin',
    'health',
    'tokens',
    'about',
    'demo',
    'first-admin',
    'exports',
    'inspections',
    'overview',
    'lists',
  ],
  ['sign-in', 'process'],
  ['api'],
]
const rooms = (list) => `^src/server/(${list.flat().join('|')})/`
const [ground] = floors
/** All but the ground, so that a new room obeys by itself. */
const noun = `^src/server/(?!(${ground.join('|')}|sign-in|process|api)/)[^/]+/`

const climbing = floors.slice(0, -1).map((floor, at) => ({
  name: `floor-${at}-imports-no-higher-floor`,
  comment: `${floor.join(', ')}: what they need of a room above belongs below, or is handed to them.`,
  severity: 'error',
  from: { path: rooms(floor) },
  to: { path: rooms(floors.slice(at + 1)) },
}))
const typesOnly = { dependencyTypesNot: ['type-only'] }

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other cannot be understood one at a time.',
      severity: 'error',
      from: { pathNot: generated },
      to: { circular: true, viaOnly: { pathNot: generated } },
    },
    {
      name: 'no-cycles-between-folders',
      comment: 'Rooms that need each other are one room: carve out what both need, or move it down.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^src/(server|components)/[^/]+$' },
      to: { circular: true },
    },
    ...climbing,
    {
      name: 'room-has-its-floor',
      comment: 'A new room of the server is entered in the list of floors above.',
      severity: 'error',
      from: {},
      to: { path: '^src/server/[^/]+/', pathNot: rooms(floors) },
    },
    {
      name: 'nothing-imports-app',
      comment: 'Routes are the outside: what two of them share belongs in components or domain.',
      severity: 'error',
      from: { pathNot: '^(src/app|\\.next)/' },
      to: { path: '^src/app/' },
    },
    {
      name: 'app-reaches-server-through-caller-and-auth',
      comment:
        'A page asks through api/caller, api/reader, api/kiosk-words and sign-in. Only app/api talks to the rest of the server.',
      severity: 'error',
      from: { path: '^src/app/', pathNot: '^src/app/api/' },
      to: {
        path: '^src/server/',
        pathNot: '^src/server/(api/(caller|reader|kiosk-words)\\.|auth/|sign-in/)',
        ...typesOnly,
      },
    },
    {
      name: 'components-know-types-of-server-only',
      comment: 'Components run in browsers: of the server they may know types, nothing that runs.',
      severity: 'error',
      from: { path: '^src/components/' },
      to: { path: '^src/server/', ...typesOnly },
    },
    {
      name: 'router-calls-its-own-service',
      comment: 'A router knows its own noun, trpc and domain: rules and queries live in the service.',
      severity: 'error',
      from: { path: '^src/server/([^/]+)/router\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/server/$1/', '^src/server/trpc/', '^src/domain/'], ...typesOnly },
    },
    {
      name: 'service-does-not-know-its-callers',
      comment:
        'Services are called by routers, jobs and tests alike, so they know no trpc, rest, router, screen or job; they may queue one.',
      severity: 'error',
      from: { path: noun, pathNot: '/(router|output)\\.ts$' },
      to: { path: '^src/(app|components)/|^src/server/(trpc|rest|process|api)/|/router\\.ts$' },
    },
    {
      name: 'service-does-not-know-next',
      comment: 'A service takes its context and input; what came over HTTP stays at the edge.',
      severity: 'error',
      from: { path: noun },
      to: { path: '^node_modules/(next|next-auth|@trpc|react)/' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'domain imports domain and zod: no React, no Node, no Prisma. temporal-polyfill is Temporal until Node has it.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { pathNot: ['^src/domain/', '^node_modules/zod/', '^node_modules/temporal-polyfill/'] },
    },
    {
      name: 'onnxruntime-by-its-door',
      comment: 'onnx.ts tells it to report nothing to anybody, before it is loaded.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/server/face/onnx\\.ts$' },
      to: { path: '^node_modules/onnxruntime-node/' },
    },
    {
      name: 'src-does-not-know-tools',
      comment: 'What ships does not lean on scripts, tests or the seed.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|test|prisma)/' },
    },
    {
      name: 'no-unlisted-packages',
      comment: 'A package that the app imports stands in package.json, among the dependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev', 'unknown'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: { path: '^(src|scripts|test|prisma)/', pathNot: generated },
      to: { couldNotResolve: true, pathNot: '^bun:' },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', generated] },
    exclude: { path: ['\\.next/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
}
