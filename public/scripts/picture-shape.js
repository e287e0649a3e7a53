// Points at the main place of a picture and frames what is kept of it; without this file the numbers do the same.
for (const form of document.querySelectorAll('form[data-focus]')) point(form)
for (const form of document.querySelectorAll('form[data-crop]')) frame(form)

const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

function point(form) {
  const image = form.querySelector('input[type=image]')
  const [across, down] = ['focusX', 'focusY'].map((name) => form.elements[name])
  const show = () => {
    const place = { x: percentIn(across, 50), y: percentIn(down, 50) }
    moveMark(form, place)
    for (const picture of form.closest('section').querySelectorAll('.cuts figure')) cutAt(picture, place)
    return place
  }
  const moveTo = ({ x, y }) => {
    across.value = rounded(within(x, 0, 100))
    down.value = rounded(within(y, 0, 100))
    const place = show()
    form.querySelector('[role=status]').textContent = form.dataset.now.replace('{x}', place.x).replace('{y}', place.y)
  }

  image.addEventListener('click', (event) => {
    // The return key presses the button that comes first, which is this one.
    if (event.detail === 0) return
    event.preventDefault()
    const box = image.getBoundingClientRect()
    moveTo({ x: ((event.clientX - box.left) * 100) / box.width, y: ((event.clientY - box.top) * 100) / box.height })
  })
  image.addEventListener('keydown', (event) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const size = event.shiftKey ? 10 : 1
    moveTo({ x: percentIn(across, 50) + step[0] * size, y: percentIn(down, 50) + step[1] * size })
  })
  for (const field of [across, down]) field.addEventListener('input', show)
}

function moveMark(form, { x, y }) {
  const mark = form.querySelector('svg')
  const { width, height } = mark.viewBox.baseVal
  const circle = mark.querySelector('circle')
  circle.setAttribute('cx', (x * width) / 100)
  circle.setAttribute('cy', (y * height) / 100)
}

/** As `cutPlace` of the server says. */
function cutAt(figure, { x, y }) {
  const image = figure.querySelector('img')
  const [width, height] = ['width', 'height'].map((name) => Number(image.getAttribute(name)))
  const isTall = width / height < 3 / 2
  const seen = isTall ? width / 1.5 / height : (height * 1.5) / width
  const place = seen >= 1 ? 0.5 : within(((isTall ? y : x) / 100 - seen / 2) / (1 - seen), 0, 1)
  image.className = `at-${Math.round(place * 10)}`
}

function frame(form) {
  const svg = form.querySelector('svg')
  const { width, height } = svg.viewBox.baseVal
  const [left, top, right, bottom] = ['left', 'top', 'right', 'bottom'].map((name) => form.elements[name])
  const status = form.querySelector('[role=status]')
  let start = null

  const show = () => {
    const area = {
      x: (percentIn(left, 0) * width) / 100,
      y: (percentIn(top, 0) * height) / 100,
      right: width - (percentIn(right, 0) * width) / 100,
      bottom: height - (percentIn(bottom, 0) * height) / 100,
    }
    const kept = { width: Math.max(0, area.right - area.x), height: Math.max(0, area.bottom - area.y) }
    const rect = svg.querySelector('rect')
    for (const [name, value] of Object.entries({ x: area.x, y: area.y, ...kept })) rect.setAttribute(name, value)
    const hole = `M${area.x} ${area.y}h${kept.width}v${kept.height}h-${kept.width}z`
    svg.querySelector('path').setAttribute('d', `M0 0h${width}v${height}H0z${hole}`)
    const [wide, high] = [Math.round(kept.width), Math.round(kept.height)]
    status.textContent = form.dataset.kept.replace('{width}', wide).replace('{height}', high)
  }
  const span = (end) => {
    left.value = rounded((Math.min(start.x, end.x) * 100) / width)
    top.value = rounded((Math.min(start.y, end.y) * 100) / height)
    right.value = rounded(100 - (Math.max(start.x, end.x) * 100) / width)
    bottom.value = rounded(100 - (Math.max(start.y, end.y) * 100) / height)
    show()
  }

  svg.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return
    start = placeIn(svg, event)
    svg.setPointerCapture(event.pointerId)
  })
  svg.addEventListener('pointermove', (event) => {
    if (start) span(placeIn(svg, event))
  })
  for (const end of ['pointerup', 'pointercancel']) {
    svg.addEventListener(end, () => {
      start = null
    })
  }
  for (const field of [left, top, right, bottom]) field.addEventListener('input', show)
}

/** In the units of the drawing, never outside of it. */
function placeIn(svg, event) {
  const { width, height } = svg.viewBox.baseVal
  const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse())
  return { x: within(place.x, 0, width), y: within(place.y, 0, height) }
}

function percentIn(field, otherwise) {
  const percent = Number.parseFloat(field.value)
  return Number.isFinite(percent) ? within(percent, 0, 100) : otherwise
}

const rounded = (percent) => String(Math.round(percent * 10) / 10)
const within = (value, least, most) => Math.min(most, Math.max(least, value))
