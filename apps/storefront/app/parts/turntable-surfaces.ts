import * as THREE from 'three'

/** What light does in a stone: refractive index, its spread from red to blue, and what is absorbed in a millimetre (linear RGB). */
export interface Optics {
  index: number
  spread: number
  absorption: [number, number, number]
}

/** At most so many facets, as a shader's arrays have a fixed length. */
export const planesAtMost = 128

const vertexShader = /* glsl */ `
  uniform vec3 eye;
  uniform mat3 tilt;
  varying vec3 vPoint;
  varying vec3 vFacing;
  varying vec3 vEye;
  varying mat3 vTurn;
  void main() {
    mat4 place = modelMatrix;
    #ifdef USE_INSTANCING
      place = modelMatrix * instanceMatrix;
    #endif
    vPoint = position;
    vFacing = normal;
    vEye = (inverse(place) * vec4(eye, 1.0)).xyz;
    float size = length(place[0].xyz);
    vTurn = tilt * mat3(place) / size;
    gl_Position = projectionMatrix * viewMatrix * place * vec4(position, 1.0);
  }`

const fragmentShader = /* glsl */ `
  #define PLANES ${planesAtMost}
  uniform vec4 planes[PLANES];
  uniform int count;
  uniform int bounces;
  uniform samplerCube surroundings;
  uniform float index;
  uniform float spread;
  uniform vec3 absorption;
  uniform float brightness;
  varying vec3 vPoint;
  varying vec3 vFacing;
  varying vec3 vEye;
  varying mat3 vTurn;

  vec3 light(vec3 way) { return textureCube(surroundings, vTurn * way).rgb; }
  float fresnel(float c, float n1, float n2) {
    float s2 = n1 / n2 * n1 / n2 * (1.0 - c * c);
    if (s2 >= 1.0) return 1.0;
    float t = sqrt(1.0 - s2);
    float rs = (n1 * c - n2 * t) / (n1 * c + n2 * t);
    float rp = (n1 * t - n2 * c) / (n1 * t + n2 * c);
    return 0.5 * (rs * rs + rp * rp);
  }
  void main() {
    vec3 n = normalize(vFacing);
    vec3 way = normalize(vPoint - vEye);
    float c = max(0.0, -dot(way, n));
    float r = fresnel(c, 1.0, index);
    vec3 sum = r * light(reflect(way, n));
    vec3 carried = vec3(1.0 - r);
    vec3 at = vPoint;
    vec3 dir = refract(way, n, 1.0 / index);
    for (int bounce = 0; bounce < 7; bounce++) {
      if (bounce >= bounces) break;
      float nearest = 1e9;
      vec3 facing = vec3(0.0, 1.0, 0.0);
      for (int i = 0; i < PLANES; i++) {
        if (i >= count) break;
        float towards = dot(planes[i].xyz, dir);
        if (towards <= 1e-5) continue;
        float t = (planes[i].w - dot(planes[i].xyz, at)) / towards;
        if (t < nearest) { nearest = t; facing = planes[i].xyz; }
      }
      nearest = max(nearest, 0.0);
      at += dir * nearest;
      carried *= exp(-absorption * nearest);
      float inside = dot(dir, facing);
      float kept = fresnel(inside, index, 1.0);
      if (kept < 1.0) {
        vec3 red = refract(dir, -facing, index - spread);
        vec3 green = refract(dir, -facing, index);
        vec3 blue = refract(dir, -facing, index + spread);
        vec3 seen = light(green);
        if (dot(red, red) > 0.0) seen.r = light(red).r;
        if (dot(blue, blue) > 0.0) seen.b = light(blue).b;
        sum += carried * (1.0 - kept) * seen;
      }
      carried *= kept;
      if (max(carried.r, max(carried.g, carried.b)) < 0.02) break;
      dir = reflect(dir, facing);
    }
    // What is still inside when counting stops leaves somewhere.
    if (bounces < 7) sum += carried * light(dir);
    gl_FragColor = vec4(sum * brightness, 1.0);
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
  }`

/** A material that follows light through a stone's facets (`normal · point = w`, girdle 1 wide): refraction, total reflection, dispersion, colour by the way travelled (`widthMm` scales it). */
export function gemMaterial(
  planes: THREE.Vector4[],
  { index, spread, absorption }: Optics,
  widthMm: number,
  bounces = 7
): THREE.ShaderMaterial {
  const padded = [
    ...planes,
    ...Array.from({ length: planesAtMost - planes.length }, () => new THREE.Vector4(0, 1, 0, 9))
  ]
  return new THREE.ShaderMaterial({
    vertexShader,
    fragmentShader,
    uniforms: {
      eye: { value: new THREE.Vector3() },
      tilt: { value: new THREE.Matrix3() },
      planes: { value: padded },
      count: { value: planes.length },
      bounces: { value: bounces },
      surroundings: { value: null },
      index: { value: index },
      spread: { value: spread * 1.4 },
      absorption: { value: new THREE.Vector3(...absorption).multiplyScalar(Math.max(2.2, widthMm * 0.7)) },
      brightness: { value: index > 2 ? 1.12 : 1.05 }
    }
  })
}

const wear = /* glsl */ `
  varying vec3 vMm;
  varying mat3 vTurned;
  vec3 hash(vec3 p) {
    p = vec3(dot(p, vec3(127.1, 311.7, 74.7)), dot(p, vec3(269.5, 183.3, 246.1)), dot(p, vec3(113.5, 271.9, 124.6)));
    return fract(sin(p) * 43758.5453);
  }
  vec3 waves(vec3 p) {
    return 0.016 * vec3(sin(p.y * 0.55 + 1.3 * sin(p.z * 0.4)), sin(p.z * 0.6 + 1.1 * sin(p.x * 0.45)), sin(p.x * 0.5 + 1.2 * sin(p.y * 0.5)));
  }
  vec3 dimples(vec3 p) {
    vec3 q = p / 2.1;
    vec3 cell = floor(q);
    float nearest = 9.0;
    vec3 towards = vec3(0.0);
    for (int x = -1; x <= 1; x++) for (int y = -1; y <= 1; y++) for (int z = -1; z <= 1; z++) {
      vec3 other = cell + vec3(float(x), float(y), float(z));
      vec3 way = other + 0.15 + 0.7 * hash(other) - q;
      float far = dot(way, way);
      if (far < nearest) { nearest = far; towards = way; }
    }
    return 0.34 * towards;
  }`

/** Metal is never quite flat, and has dimples where it was hammered. */
export function wearMetal(material: THREE.MeshStandardMaterial, hammered: boolean): THREE.MeshStandardMaterial {
  material.customProgramCacheKey = () => `metal ${hammered}`
  material.onBeforeCompile = (shader) => {
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', 'varying vec3 vMm;\nvarying mat3 vTurned;\n#include <common>')
      .replace(
        '#include <project_vertex>',
        `#include <project_vertex>
        vec4 placed = vec4(transformed, 1.0);
        #ifdef USE_INSTANCING
          placed = instanceMatrix * placed;
        #endif
        float size = length(modelMatrix[0].xyz);
        vMm = placed.xyz * size;
        vTurned = mat3(viewMatrix) * mat3(modelMatrix) / size;`
      )
    shader.fragmentShader = shader.fragmentShader.replace('#include <common>', `#include <common>\n${wear}`).replace(
      '#include <normal_fragment_maps>',
      `#include <normal_fragment_maps>
        normal = normalize(normal + vTurned * (${hammered ? 'dimples(vMm)' : 'waves(vMm)'}));`
    )
  }
  return material
}
