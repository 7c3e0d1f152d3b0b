import * as THREE from 'three'
import { mergeVertices } from 'three/examples/jsm/utils/BufferGeometryUtils.js'
import { colours, roughness, type Alloy, type Finish, type Says } from './bench.ts'
import { gemOf, optics } from './gems.ts'
import type { Jewel } from './models/order.ts'

const [signedByte, signedShort, unsignedShort, unsignedInt, float] = [5120, 5122, 5123, 5125, 5126]
const widest = 32_767

/** A jewel as a binary glTF in metres: positions in 16 bits, recurring parts as instances, one material for each alloy as variants. Needs no decoder. */
export function toGlb(group: THREE.Group, { rests, from }: Jewel, alloys: Alloy[], finish: Finish): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const bufferViews: object[] = []
  const accessors: object[] = []
  const meshes: object[] = []
  const nodes: object[] = []

  const store = (
    data: Int16Array | Int8Array | Uint8Array | Uint16Array | Uint32Array | Float32Array,
    accessor: {
      type: string
      componentType: number
      count: number
      normalized?: boolean
      min?: number[]
      max?: number[]
    },
    stride?: number
  ): number => {
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    const padding = (4 - (bytes.length % 4)) % 4
    const view = {
      buffer: 0,
      byteOffset: length,
      byteLength: bytes.length,
      ...(stride && { byteStride: stride, target: 34_962 })
    }
    bufferViews.push(view)
    pieces.push(bytes, new Uint8Array(padding))
    length += bytes.length + padding
    accessors.push({ bufferView: bufferViews.length - 1, ...accessor })
    return accessors.length - 1
  }

  const shapes = new Map<THREE.BufferGeometry, Shape>()
  const shapeOf = (geometry: THREE.BufferGeometry, isStone: boolean): Shape => {
    const known = shapes.get(geometry) ?? (isStone ? facets(geometry) : shape(geometry))
    shapes.set(geometry, known)
    return known
  }

  /** Light is traced from where a facet is, so facets are stored as they are. */
  const facets = ({ attributes }: THREE.BufferGeometry): Shape => {
    const [positions, normals] = [attributes.position!.array, attributes.normal!.array].map((a) => new Float32Array(a))
    const count = positions!.length / 3
    const extent = (least: boolean) =>
      [0, 1, 2].map((k) => {
        const all = Array.from({ length: count }, (_, i) => positions![i * 3 + k]!)
        return least ? Math.min(...all) : Math.max(...all)
      })
    const kind = { type: 'VEC3', componentType: float, count }
    return {
      reach: 1,
      primitive: {
        attributes: {
          POSITION: store(positions!, { ...kind, min: extent(true), max: extent(false) }),
          NORMAL: store(normals!, kind)
        }
      }
    }
  }

  /** Stores a form within ±`reach`; returns the primitive without its material, and the reach. */
  const shape = (geometry: THREE.BufferGeometry): Shape => {
    const plain = new THREE.BufferGeometry()
    plain.setAttribute('position', geometry.attributes.position!.clone())
    plain.setAttribute('normal', geometry.attributes.normal!.clone())
    if (geometry.index) plain.setIndex(geometry.index.clone())
    const form = mergeVertices(rounded(plain), 1e-4)
    const [at, facing] = [form.attributes.position!, form.attributes.normal!]
    let reach = 0
    for (let i = 0; i < at.count * 3; i++) reach = Math.max(reach, Math.abs(at.array[i]!))
    const positions = new Int16Array(at.count * 4)
    const normals = new Int8Array(at.count * 4)
    const [min, max] = [
      [widest, widest, widest],
      [-widest, -widest, -widest]
    ]
    for (let i = 0; i < at.count; i++)
      for (let k = 0; k < 3; k++) {
        const value = Math.round((at.array[i * 3 + k]! / reach) * widest)
        positions[i * 4 + k] = value
        min[k] = Math.min(min[k]!, value)
        max[k] = Math.max(max[k]!, value)
        normals[i * 4 + k] = Math.round(facing.array[i * 3 + k]! * 127)
      }
    const index = form.index!
    const small = at.count < 65_536
    return {
      reach,
      primitive: {
        attributes: {
          POSITION: store(
            positions,
            { type: 'VEC3', componentType: signedShort, normalized: true, count: at.count, min, max },
            8
          ),
          NORMAL: store(normals, { type: 'VEC3', componentType: signedByte, normalized: true, count: at.count }, 4)
        },
        indices: store(small ? Uint16Array.from(index.array) : Uint32Array.from(index.array), {
          type: 'SCALAR',
          componentType: small ? unsignedShort : unsignedInt,
          count: index.count
        })
      }
    }
  }

  const materials: Record<string, unknown>[] = alloys.map((alloy) => {
    const colour = new THREE.Color(colours[alloy])
    return {
      name: alloy,
      pbrMetallicRoughness: {
        baseColorFactor: [...colour.toArray(), 1].map((n) => Number(n.toFixed(4))),
        metallicFactor: 1,
        roughnessFactor: roughness[finish]
      },
      extras: { of: 'metal', hammered: finish === 'hammered' }
    }
  })
  const mappings = alloys.map((_, i) => ({ material: i, variants: [i] }))

  /** The facets of the cuts that occur, for who traces light through them. */
  const cuts: Record<string, number[]> = {}

  const materialOf = (says: Says): number => {
    if (says.of === 'metal') return 0
    if (says.of === 'bead') {
      const colour = new THREE.Color(says.colour === 'pearl' ? '#f6ecdf' : says.colour)
      materials.push({
        name: says.colour === 'pearl' ? 'pearl' : 'bead',
        pbrMetallicRoughness: { baseColorFactor: [...colour.toArray(), 1], metallicFactor: 0, roughnessFactor: 0.22 },
        extensions: { KHR_materials_clearcoat: { clearcoatFactor: 0.7, clearcoatRoughnessFactor: 0.1 } },
        extras: says
      })
    } else {
      cuts[says.cut] ??= gemOf(says.cut).planes.flatMap((plane) => plane.toArray().map((n) => Number(n.toFixed(5))))
      const { index, spread, absorption } = optics[says.kind] ?? optics.diamond!
      const seen = absorption.map((a) => Math.exp(-a * 2))
      materials.push({
        name: `${says.cut} ${says.kind}`,
        pbrMetallicRoughness: { baseColorFactor: [...seen, 1], metallicFactor: 0, roughnessFactor: 0.02 },
        extensions: {
          KHR_materials_transmission: { transmissionFactor: 0.9 },
          KHR_materials_ior: { ior: index },
          KHR_materials_dispersion: { dispersion: Number((spread * 20).toFixed(3)) }
        },
        extras: {
          of: 'stone',
          mm: Number(says.mm.toFixed(2)),
          index,
          spread,
          absorption,
          cut: says.cut
        }
      })
    }
    return materials.length - 1
  }

  for (const child of group.children) {
    const mesh = child as THREE.InstancedMesh
    const says = mesh.userData as Says
    const { primitive: form, reach } = shapeOf(mesh.geometry, says.of === 'stone')
    const primitive: Record<string, unknown> = { ...form, material: materialOf(says) }
    if (says.of === 'metal' && alloys.length > 1) primitive.extensions = { KHR_materials_variants: { mappings } }
    meshes.push({ primitives: [primitive] })
    const node = { mesh: meshes.length - 1 }
    if (mesh.isInstancedMesh)
      nodes.push({ ...node, extensions: { EXT_mesh_gpu_instancing: instancesOf(mesh, reach, store) } })
    else nodes.push({ ...node, scale: [reach, reach, reach] })
  }
  const root = { name: 'jewel', scale: [0.001, 0.001, 0.001], children: nodes.map((_, i) => i) }
  const json = {
    asset: { version: '2.0', generator: 'lumora-pictures' },
    extensionsUsed: [
      'KHR_mesh_quantization',
      'EXT_mesh_gpu_instancing',
      'KHR_materials_variants',
      'KHR_materials_transmission',
      'KHR_materials_ior',
      'KHR_materials_dispersion',
      'KHR_materials_clearcoat'
    ],
    extensionsRequired: ['KHR_mesh_quantization', 'EXT_mesh_gpu_instancing'],
    extensions: { KHR_materials_variants: { variants: alloys.map((name) => ({ name })) } },
    scene: 0,
    scenes: [{ nodes: [nodes.length], extras: { rests, from: from.toArray(), cuts } }],
    nodes: [...nodes, root],
    meshes,
    materials,
    accessors,
    bufferViews,
    buffers: [{ byteLength: length }]
  }
  return bind(json, pieces, length)
}

interface Shape {
  /** The primitive without its material. */
  primitive: Record<string, unknown>
  /** How far the stored positions' 1 reaches. */
  reach: number
}

/** Points and directions on a grid, so that those that are nearly the same become one. */
function rounded(geometry: THREE.BufferGeometry): THREE.BufferGeometry {
  for (const [name, grid] of [
    ['position', 2000],
    ['normal', 120]
  ] as const) {
    const { array } = geometry.attributes[name]!
    for (let i = 0; i < array.length; i++) array[i] = Math.round(array[i]! * grid) / grid
  }
  return geometry
}

type Store = (
  data: Int16Array | Float32Array,
  accessor: { type: string; componentType: number; count: number; normalized?: boolean }
) => number

function instancesOf(mesh: THREE.InstancedMesh, reach: number, store: Store): object {
  const { count } = mesh
  const at = new Float32Array(count * 3)
  const turned = new Int16Array(count * 4)
  const sized = new Float32Array(count * 3)
  const [matrix, place, turn, size] = [
    new THREE.Matrix4(),
    new THREE.Vector3(),
    new THREE.Quaternion(),
    new THREE.Vector3()
  ]
  for (let i = 0; i < count; i++) {
    mesh.getMatrixAt(i, matrix)
    matrix.decompose(place, turn, size)
    place.toArray(at, i * 3)
    turn.toArray().forEach((n, k) => (turned[i * 4 + k] = Math.round(n * widest)))
    size.multiplyScalar(reach).toArray(sized, i * 3)
  }
  return {
    attributes: {
      TRANSLATION: store(at, { type: 'VEC3', componentType: float, count }),
      ROTATION: store(turned, { type: 'VEC4', componentType: signedShort, normalized: true, count }),
      SCALE: store(sized, { type: 'VEC3', componentType: float, count })
    }
  }
}

function bind(json: object, pieces: Uint8Array[], length: number): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json))
  const padded = Math.ceil(text.length / 4) * 4
  const whole = new Uint8Array(12 + 8 + padded + 8 + length)
  const view = new DataView(whole.buffer)
  const words = [0x46_54_6c_67, 2, whole.length, padded, 0x4e_4f_53_4a]
  words.forEach((word, i) => view.setUint32(i * 4, word, true))
  whole.fill(0x20, 20, 20 + padded)
  whole.set(text, 20)
  view.setUint32(20 + padded, length, true)
  view.setUint32(24 + padded, 0x00_4e_49_42, true)
  let at = 28 + padded
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
