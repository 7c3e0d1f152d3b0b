import type { Pages } from './pages.server.ts'

export const en: Pages = {
  about: {
    lead: 'We make jewels, and we say what they are made of.',
    parts: [
      [
        'The bench',
        'Our goldsmiths work in one house. A design is drawn, cast or hammered, set, polished and weighed there, and whoever finished it signs its card.',
        'What is made once is kept once: each piece has a number of its own, its weight to the milligram, and a record of every hand that it passed through.'
      ],
      [
        'The price',
        'Most jewellers name one figure. We name all of them: the weight of the metal at the hour’s rate, what was lost in the making, the making itself, the stones and their setting, the hallmark, the tax.',
        'When the rate moves, the price moves with it, in both directions. What lies in your bag keeps its price for a while, and you see for how long.'
      ]
    ]
  },
  delivery: {
    lead: 'Insured from our bench to your hands.',
    parts: [
      [
        'How it travels',
        'In a plain box without our name, under a numbered seal. The number stands in your order: if the seal is broken or another, do not take the parcel.',
        'It is handed over against a signature. Until then it is ours, and so is the risk.'
      ],
      [
        'When it comes',
        'What is in stock leaves within two working days. What is made for you says on its page by when it is with you, and so does your order.',
        'Ways of delivery, what they cost and when they arrive are shown in the checkout for your address, before you pay.'
      ],
      [
        'Where we send',
        'To India, the Emirates, Australia, Canada, France, Germany, Singapore, the United Kingdom and the United States. Duties that your country asks for at the door are not in our price.'
      ]
    ]
  },
  returns: {
    lead: 'Fifteen days to look at it by your own light.',
    parts: [
      [
        'How to return',
        'Open your order and press “Return something”. We answer within a working day with a label for an insured parcel.',
        'When it is back and as it was, we refund what you paid, by the way that you paid. We weigh and look at each piece, and write down what we found.'
      ],
      [
        'What cannot come back',
        '• what was engraved for you',
        '• what was made in a size that we do not offer',
        '• coins and bars, whose price is that of the day'
      ],
      [
        'When something is wrong',
        'Tell us at any time. A stone that falls out, a clasp that fails, a weight that is not what it says: we mend it, replace it or take it back, at our cost.'
      ]
    ]
  },
  exchange: {
    lead: 'Gold keeps its worth. Ours you can bring back, and old gold from anywhere.',
    parts: [
      [
        'Exchange',
        'Bring a jewel of ours and choose another one: its metal counts in full, at what we pay on that day for its purity. Stones with a report count as they were paid, less what their setting cost.',
        'Old gold of other houses counts by weight and purity. We melt nothing before you have seen what the assay says and agreed to it.'
      ],
      [
        'Buy-back',
        'We buy back what we have sold, for its metal at the rate of the day and its diamonds by their reports. Making, setting and tax are not paid again.'
      ],
      [
        'What to bring',
        '• the jewel, and its card or invoice if you have them',
        '• a paper that shows who you are, as the law asks of whoever sells gold',
        '• the account to which the money shall go'
      ]
    ]
  },
  care: {
    lead: 'Gold forgives much. Stones and pearls ask for a little.',
    parts: [
      [
        'Every day',
        '• put jewels on last, after scent and cream, and take them off first',
        '• keep each in its own pouch: diamonds scratch everything, also other diamonds',
        '• take rings off before you lift, knead or swim'
      ],
      [
        'Cleaning',
        'Lukewarm water, a drop of mild soap, a soft brush, a soft cloth. No ultrasound for emeralds, opals and pearls.',
        'Silver darkens in air; a cloth for silver brings it back. White gold is plated with rhodium and may be plated anew after some years.'
      ],
      [
        'With us',
        'Once a year we check the settings, clean and polish, for nothing. Rings are made larger or smaller within two sizes.'
      ]
    ]
  },
  privacy: {
    lead: 'We know of you what an order needs, and you can see all of it.',
    parts: [
      [
        'Cookies',
        'This shop sets only cookies that it needs, which is why it asks for no consent and shows no banner:',
        '• lumora_session: that you are signed in, for 90 days or until you sign out',
        '• lumora_cart: which bag is yours, for 90 days',
        '• lumora_orders_…: that an order of a guest is yours, for 90 days',
        '• lumora_language, lumora_currency, lumora_theme: how you want the page, for a year, if you chose it',
        'There is no tracking, no advertising network, no analysis by others, and no script from another house, save the card fields of the payment provider where you pay by card.'
      ],
      [
        'What we keep',
        'Your name, address, e-mail and phone for your orders; sizes, dates and wishlists if you put them into your account. Cards never reach us: the provider keeps them.',
        'Invoices are kept as long as tax law asks. Everything else goes when you erase your account, which you can do yourself, as you can take all of it with you as a file.'
      ],
      [
        'What we write to you',
        'About your orders, always. About anything else only if you have asked for it, in your account, channel by channel; each such mail has a link that ends it.'
      ]
    ]
  },
  terms: {
    lead: 'What we promise each other.',
    parts: [
      [
        'The order',
        'By paying you offer to buy; we accept when your order is confirmed. If a piece was sold in the same second, your payment is released and nothing is owed.'
      ],
      [
        'The price',
        'It is what stood on the page when you paid, tax included, and it does not change afterwards. A price is kept in the bag for the time that is shown there.'
      ],
      [
        'The goods',
        'Weights are true to the scale of the assay office. Gold bears its hallmark. A stone is the one whose report you saw.'
      ],
      [
        'The payment',
        'By card or transfer. We take the money when the order is confirmed, never before. Transfers have a reference; please use it.'
      ],
      ['The law', 'That of the place of the shop, and your own as a consumer wherever it gives you more.']
    ]
  },
  imprint: {
    lead: 'Who is behind this shop.',
    parts: [
      [
        '',
        'Lumora Jewels is the example shop of an open project. It sells nothing: payments go to a provider for trying out, and no parcel leaves.',
        'Whoever runs a shop with it writes here their name, address, registration, tax number and how to be reached.'
      ]
    ]
  }
}
