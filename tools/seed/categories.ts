interface Branch {
  slug: string
  name: string
  description?: string
  children?: Branch[]
}

const tree: Branch[] = [
  {
    slug: 'rings',
    name: 'Rings',
    description: 'From a first solitaire to the band that is never taken off.',
    children: [
      { slug: 'engagement-rings', name: 'Engagement rings', description: 'Solitaires, halos and three-stone rings.' },
      { slug: 'wedding-bands', name: 'Wedding bands', description: 'Plain, textured and set bands for both.' },
      { slug: 'eternity-rings', name: 'Eternity rings', description: 'Stones all around.' },
      { slug: 'cocktail-rings', name: 'Cocktail rings', description: 'Large stones, worn with little else.' },
      { slug: 'everyday-rings', name: 'Everyday rings', description: 'Light and made to be worn at work.' }
    ]
  },
  {
    slug: 'necklaces',
    name: 'Necklaces',
    description: 'Chokers, temple work and mangalsutras.',
    children: [
      { slug: 'chokers', name: 'Chokers' },
      { slug: 'temple-necklaces', name: 'Temple necklaces', description: 'Deities and lotus work in 22 karat gold.' },
      { slug: 'mangalsutras', name: 'Mangalsutras', description: 'Black beads and gold, long and short.' },
      { slug: 'bridal-sets', name: 'Bridal sets', description: 'Necklace and earrings made together.' }
    ]
  },
  {
    slug: 'earrings',
    name: 'Earrings',
    children: [
      { slug: 'studs', name: 'Studs' },
      { slug: 'hoops', name: 'Hoops' },
      { slug: 'jhumkas', name: 'Jhumkas', description: 'Bells that move as you do.' },
      { slug: 'drop-earrings', name: 'Drop earrings' }
    ]
  },
  {
    slug: 'bracelets',
    name: 'Bracelets',
    children: [
      { slug: 'tennis-bracelets', name: 'Tennis bracelets' },
      { slug: 'chain-bracelets', name: 'Chain bracelets' },
      { slug: 'cuffs', name: 'Cuffs' }
    ]
  },
  {
    slug: 'bangles',
    name: 'Bangles',
    description: 'In sizes 2-2 to 2-10, alone or by the pair.',
    children: [
      { slug: 'plain-bangles', name: 'Plain bangles' },
      { slug: 'kadas', name: 'Kadas' },
      { slug: 'stone-bangles', name: 'Stone-set bangles' }
    ]
  },
  {
    slug: 'pendants',
    name: 'Pendants',
    children: [
      { slug: 'solitaire-pendants', name: 'Solitaire pendants' },
      { slug: 'initial-pendants', name: 'Initial pendants' },
      { slug: 'religious-pendants', name: 'Religious pendants' }
    ]
  },
  {
    slug: 'chains',
    name: 'Chains',
    children: [
      { slug: 'rope-chains', name: 'Rope chains' },
      { slug: 'box-chains', name: 'Box chains' },
      { slug: 'cable-chains', name: 'Cable chains' }
    ]
  },
  { slug: 'anklets', name: 'Anklets', description: 'Silver for every day, gold for some.' },
  { slug: 'brooches', name: 'Brooches' },
  { slug: 'nose-pins', name: 'Nose pins' },
  {
    slug: 'loose-stones',
    name: 'Loose stones',
    description: 'Stones to choose before their setting.',
    children: [{ slug: 'loose-diamonds', name: 'Loose diamonds' }]
  },
  {
    slug: 'men',
    name: 'Men',
    children: [
      { slug: 'mens-rings', name: 'Rings for men' },
      { slug: 'mens-chains', name: 'Chains for men' },
      { slug: 'mens-bracelets', name: 'Bracelets for men' },
      { slug: 'cufflinks', name: 'Cufflinks' }
    ]
  },
  {
    slug: 'children',
    name: 'Children',
    children: [
      { slug: 'childrens-earrings', name: 'Earrings for children' },
      { slug: 'childrens-bangles', name: 'Bangles for children' }
    ]
  },
  {
    slug: 'coins',
    name: 'Coins',
    children: [
      { slug: 'gold-coins', name: 'Gold coins' },
      { slug: 'silver-coins', name: 'Silver coins' }
    ]
  }
]

export interface SeedCategory {
  slug: string
  name: string
  description: string
  parentSlug: string | null
  position: number
}

const flat = (branches: Branch[], parentSlug: string | null): SeedCategory[] =>
  branches.flatMap(({ slug, name, description = '', children = [] }, position) => [
    { slug, name, description, parentSlug, position },
    ...flat(children, slug)
  ])

/** The categories of the shop, each after its parent. */
export const categories: SeedCategory[] = flat(tree, null)

const parents = new Map(categories.map(({ slug, parentSlug }) => [slug, parentSlug]))

/** A category with all that it lies in, the outermost first. */
export function pathOf(slug: string): string[] {
  if (!parents.has(slug)) throw new Error(`There is no category ${slug}.`)
  const parentSlug = parents.get(slug)
  return [...(parentSlug ? pathOf(parentSlug) : []), slug]
}
