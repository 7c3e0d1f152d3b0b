import * as THREE from 'three'

/** A box of light: where it is, how large, how bright. */
interface Light {
  at: [number, number, number]
  size: [number, number]
  brightness: number
  tint?: string
}

/** A jeweller's tent: one large soft box above, strips at the sides, a bright floor, and dark cards that give metal its edges. */
const lights: Light[] = [
  { at: [0, 9, 2], size: [9, 7], brightness: 5.2 },
  { at: [-8, 3.5, 4], size: [2.2, 9], brightness: 6.5, tint: '#fff6ea' },
  { at: [8.5, 3, 1.5], size: [1.8, 9], brightness: 5.5, tint: '#f3f7ff' },
  { at: [3.2, 5.5, 8.5], size: [2.2, 2.2], brightness: 9 },
  { at: [-3, 1.5, -9], size: [6, 5], brightness: 2.4 },
  { at: [-4.5, 7.5, -4], size: [1.2, 1.2], brightness: 22 },
  { at: [5.5, 7, -3], size: [0.7, 0.7], brightness: 30 },
  { at: [0.5, 8.4, 6], size: [0.6, 0.6], brightness: 34 }
]
const cards: Light[] = [
  { at: [-5.5, 1, 8], size: [2.6, 8], brightness: 0.1 },
  { at: [6.5, 1, 6.5], size: [2.4, 8], brightness: 0.12 },
  { at: [9, 0, -5], size: [5, 9], brightness: 0.14 },
  { at: [-9, 0, -4], size: [5, 9], brightness: 0.14 }
]

/** The tent with its lights, to be seen from the middle. */
function room(): THREE.Scene {
  const scene = new THREE.Scene()
  const walls = new THREE.Mesh(
    new THREE.SphereGeometry(14, 48, 32),
    new THREE.ShaderMaterial({
      side: THREE.BackSide,
      vertexShader:
        'varying vec3 p; void main() { p = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
      fragmentShader: `varying vec3 p; void main() {
        vec3 d = normalize(p);
        float h = d.y;
        float around = atan(d.x, d.z);
        float folds = 0.82 + 0.42 * sin(around * 2.0 + 0.9 + 1.7 * h) * cos(around - 0.4 + h * 2.3);
        vec3 floorLight = vec3(0.86, 0.82, 0.75);
        vec3 horizon = vec3(0.5, 0.49, 0.475);
        vec3 top = vec3(0.62, 0.63, 0.66);
        gl_FragColor = vec4(folds * (h < 0.0 ? mix(horizon, floorLight, smoothstep(0.0, 0.75, -h)) : mix(horizon, top, smoothstep(0.05, 0.9, h))), 1.0);
      }`
    })
  )
  scene.add(walls)
  for (const { at, size, brightness, tint } of [...lights, ...cards]) {
    const colour = new THREE.Color(tint ?? '#ffffff').multiplyScalar(brightness)
    const panel = new THREE.Mesh(new THREE.PlaneGeometry(...size), soft(colour, size[0] > 1.5 ? 0.22 : 0.4))
    panel.position.set(...at)
    panel.lookAt(0, 0, 0)
    scene.add(panel)
  }
  return scene
}

/** A panel that fades towards its edges, over this part of its width. */
const soft = (colour: THREE.Color, fade: number) =>
  new THREE.ShaderMaterial({
    side: THREE.DoubleSide,
    transparent: true,
    depthWrite: false,
    uniforms: { colour: { value: colour }, fade: { value: fade } },
    vertexShader:
      'varying vec2 at; void main() { at = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
    fragmentShader: `uniform vec3 colour; uniform float fade; varying vec2 at; void main() {
      vec2 edge = smoothstep(vec2(0.0), vec2(fade), min(at, 1.0 - at));
      gl_FragColor = vec4(colour, edge.x * edge.y); }`
  })

/** Where light comes from: blurred by roughness for metals, sharp for stones. */
export interface Surroundings {
  environment: THREE.Texture
  surroundings: THREE.CubeTexture
}

/** What lies is seen from above: the light over it is then behind who looks, by this angle about x. */
export const lyingTilt = 0.68

/** Draws the tent once for each kind of surface. */
export function surround(renderer: THREE.WebGLRenderer, pixels = 512): Surroundings {
  const scene = room()
  const target = new THREE.WebGLCubeRenderTarget(pixels, { type: THREE.HalfFloatType, generateMipmaps: false })
  const camera = new THREE.CubeCamera(0.1, 40, target)
  const { toneMapping } = renderer
  renderer.toneMapping = THREE.NoToneMapping
  camera.update(renderer, scene)
  renderer.toneMapping = toneMapping
  const maker = new THREE.PMREMGenerator(renderer)
  return { environment: maker.fromScene(scene, 0.008, 0.1, 40).texture, surroundings: target.texture }
}
