import * as THREE from 'three'
import { lyingTilt, surround, type Surroundings } from '../../../apps/storefront/app/parts/turntable-room.ts'

export const ground = '#f5f1ea'

export interface Studio extends Surroundings {
  renderer: THREE.WebGLRenderer
}

/** The studio with its light, for square pictures of `pixels`. */
export function openStudio(pixels: number): Studio {
  const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true, alpha: true })
  renderer.setSize(pixels, pixels, false)
  renderer.toneMapping = THREE.NeutralToneMapping
  renderer.toneMappingExposure = 1.06
  document.body.append(renderer.domElement)
  return { renderer, ...surround(renderer) }
}

export interface Shot {
  /** Where the camera looks from, as a direction. */
  from: THREE.Vector3
  /** The sphere to frame; the whole jewel unless told. */
  close?: { at: THREE.Vector3; radius: number }
  /** What the jewel stands or lies on. */
  rests: 'below' | 'behind'
  /** How high the ground is, where that is known better than by the jewel's bounds. */
  floor?: number
}

const shadows = new WeakMap<THREE.Object3D, THREE.Object3D>()

/** Draws the jewel on the shop's ground with the soft shadow that it throws where it rests. Returns how much of the picture's width a millimetre takes at its middle. */
export function draw({ renderer, environment, surroundings }: Studio, jewel: THREE.Object3D, shot: Shot): number {
  const scene = new THREE.Scene()
  // What lies is seen from above: the light over it is then behind the camera.
  const tilt = new THREE.Euler(shot.rests === 'behind' ? lyingTilt : 0, 0, 0)
  scene.environment = environment
  scene.environmentRotation.copy(tilt)
  scene.add(jewel)
  jewel.updateMatrixWorld(true)
  const camera = cameraFor(jewel, shot)
  jewel.traverse((part) => {
    const material = (part as THREE.Mesh).material as THREE.ShaderMaterial | undefined
    if (!material?.uniforms?.surroundings) return
    material.uniforms.surroundings.value = surroundings
    material.uniforms.tilt!.value.setFromMatrix4(new THREE.Matrix4().makeRotationFromEuler(tilt).invert())
    material.uniforms.eye!.value.copy(camera.position)
  })
  const shadow = shadows.get(jewel) ?? shadowOf(renderer, jewel, shot)
  shadows.set(jewel, shadow)
  scene.add(shadow)
  renderer.setClearColor(ground, 1)
  renderer.render(scene, camera)
  scene.remove(jewel)
  const middle = new THREE.Box3().setFromObject(jewel).getCenter(new THREE.Vector3())
  return 1 / (2 * Math.tan(THREE.MathUtils.degToRad(11)) * camera.position.distanceTo(middle))
}

/** A long lens that frames the jewel in the middle of the picture, with some air around it. */
function cameraFor(jewel: THREE.Object3D, { from, close }: Shot): THREE.PerspectiveCamera {
  const camera = new THREE.PerspectiveCamera(22, 1, 0.5, 4000)
  const sphere = new THREE.Box3().setFromObject(jewel).getBoundingSphere(new THREE.Sphere())
  const at = close?.at.clone() ?? sphere.center
  let distance = (close?.radius ?? sphere.radius) / Math.sin(THREE.MathUtils.degToRad(11))
  const way = from.clone().normalize()
  const look = () => {
    camera.position.copy(way).multiplyScalar(distance).add(at)
    camera.lookAt(at)
    camera.updateMatrixWorld()
  }
  look()
  if (close) return camera
  const points = outlineOf(jewel)
  const seen = new THREE.Vector3()
  for (let round = 0; round < 6; round++) {
    const box = new THREE.Box2()
    for (const point of points) {
      seen.copy(point).project(camera)
      box.expandByPoint(new THREE.Vector2(seen.x, seen.y))
    }
    const middle = box.getCenter(new THREE.Vector2())
    const size = box.getSize(new THREE.Vector2())
    const half = distance * Math.tan(THREE.MathUtils.degToRad(11))
    at.addScaledVector(new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 0), middle.x * half)
    at.addScaledVector(new THREE.Vector3().setFromMatrixColumn(camera.matrixWorld, 1), (middle.y - 0.02) * half)
    distance *= Math.max(size.x, size.y) / 1.56
    look()
  }
  return camera
}

/** Every so many points of what is to be seen. */
export function outlineOf(jewel: THREE.Object3D): THREE.Vector3[] {
  const points: THREE.Vector3[] = []
  const place = new THREE.Matrix4()
  jewel.traverse((part) => {
    const mesh = part as THREE.Mesh
    const positions = mesh.geometry?.attributes.position
    if (!positions) return
    const instanced = mesh as THREE.InstancedMesh
    const count = instanced.isInstancedMesh ? instanced.count : 1
    const step = Math.max(1, Math.floor((positions.count * count) / 6000))
    for (let i = 0; i < count; i++) {
      if (instanced.isInstancedMesh) instanced.getMatrixAt(i, place)
      else place.identity()
      for (let k = 0; k < positions.count; k += step)
        points.push(
          new THREE.Vector3().fromBufferAttribute(positions, k).applyMatrix4(place).applyMatrix4(mesh.matrixWorld)
        )
    }
  })
  return points
}

/** A plane with the jewel's outline as seen from above it, blurred twice: close and dark where it touches, wide and faint around. */
function shadowOf(renderer: THREE.WebGLRenderer, jewel: THREE.Object3D, { rests, floor: given }: Shot): THREE.Object3D {
  const box = new THREE.Box3().setFromObject(jewel)
  const centre = box.getCenter(new THREE.Vector3())
  const size = box.getSize(new THREE.Vector3())
  const spread = rests === 'below' ? Math.max(size.x, size.z) : Math.max(size.x, size.y)
  const width = spread * 2.4
  const pixels = 512
  const target = new THREE.WebGLRenderTarget(pixels, pixels)
  const deep = rests === 'below' ? size.y : size.z
  const camera = new THREE.OrthographicCamera(-width / 2, width / 2, width / 2, -width / 2, 0, deep + 4)
  const up = rests === 'below' ? new THREE.Vector3(0, 1, 0) : new THREE.Vector3(0, 0, 1)
  const floor = given ?? (rests === 'below' ? box.min.y : box.min.z)
  camera.position.copy(centre)
  if (rests === 'below') camera.position.y = floor - 1
  else camera.position.z = floor - 1
  camera.up.set(0, rests === 'below' ? 0 : 1, rests === 'below' ? 1 : 0)
  camera.lookAt(camera.position.clone().add(up))
  const scene = new THREE.Scene()
  const height = deep * 0.9
  scene.overrideMaterial = new THREE.ShaderMaterial({
    side: THREE.DoubleSide,
    uniforms: { height: { value: height } },
    vertexShader: `varying float away; void main() {
      vec4 p = vec4(position, 1.0);
      #ifdef USE_INSTANCING
        p = instanceMatrix * p;
      #endif
      vec4 seen = modelViewMatrix * p; away = -seen.z; gl_Position = projectionMatrix * seen; }`,
    fragmentShader: `uniform float height; varying float away; void main() {
      gl_FragColor = vec4(0.0, 0.0, 0.0, mix(1.0, 0.25, clamp((away - 1.0) / height, 0.0, 1.0))); }`
  })
  const parent = jewel.parent
  scene.add(jewel)
  renderer.setRenderTarget(target)
  renderer.setClearColor(0x000000, 0)
  renderer.clear()
  renderer.render(scene, camera)
  const data = new Uint8Array(pixels * pixels * 4)
  renderer.readRenderTargetPixels(target, 0, 0, pixels, pixels, data)
  renderer.setRenderTarget(null)
  parent?.add(jewel)

  const sharp = new OffscreenCanvas(pixels, pixels)
  sharp
    .getContext('2d', { willReadFrequently: true })!
    .putImageData(new ImageData(new Uint8ClampedArray(data), pixels, pixels), 0, 0)
  const canvas = new OffscreenCanvas(pixels, pixels)
  const brush = canvas.getContext('2d', { willReadFrequently: true })!
  for (const [blur, strength] of [
    [29, 0.3],
    [12, 0.24],
    [4.5, 0.2],
    [1.5, 0.22]
  ] as const) {
    brush.filter = `blur(${blur}px)`
    brush.globalAlpha = strength
    brush.drawImage(sharp, 0, 0)
  }
  const texture = new THREE.CanvasTexture(canvas as unknown as HTMLCanvasElement)
  texture.flipY = false
  const plane = new THREE.Mesh(
    new THREE.PlaneGeometry(width, width),
    new THREE.MeshBasicMaterial({
      map: texture,
      transparent: true,
      color: '#2b2118',
      depthWrite: false,
      toneMapped: false
    })
  )
  plane.renderOrder = -1
  plane.position.copy(centre)
  // The camera looked from below, so its picture is mirrored from above.
  if (rests === 'below') {
    plane.position.y = floor - 0.02
    plane.rotation.x = -Math.PI / 2
    plane.scale.y = -1
  } else {
    plane.position.z = floor - 0.05
    plane.position.x += spread * 0.012
    plane.position.y -= spread * 0.02
    plane.scale.x = -1
  }
  ;(plane.material as THREE.Material).side = THREE.DoubleSide
  return plane
}
