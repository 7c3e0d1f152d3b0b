import type { Pages } from './pages.server.ts'

export const de: Pages = {
  about: {
    lead: 'Wir machen Schmuck, und wir sagen, woraus er ist.',
    parts: [
      [
        'Die Werkbank',
        'Unsere Goldschmiede arbeiten in einem Haus. Dort wird entworfen, gegossen oder geschmiedet, gefasst, poliert und gewogen, und wer ein Stück fertigstellt, zeichnet seine Karte.',
        'Was es einmal gibt, wird einmal geführt: Jedes Stück hat seine Nummer, sein Gewicht auf das Milligramm und ein Verzeichnis aller Hände, durch die es ging.'
      ],
      [
        'Der Preis',
        'Die meisten nennen eine Zahl. Wir nennen alle: das Metall zum Kurs der Stunde, den Schwund, die Arbeit, die Steine und ihre Fassung, die Punze, die Steuer.',
        'Bewegt sich der Kurs, bewegt sich der Preis, in beide Richtungen. Was in der Tasche liegt, behält ihn eine Weile, und Sie sehen, wie lange.'
      ]
    ]
  },
  delivery: {
    lead: 'Versichert von unserer Werkbank bis in Ihre Hand.',
    parts: [
      [
        'Wie es reist',
        'In einem Karton ohne unseren Namen, unter einer nummerierten Plombe. Die Nummer steht in Ihrer Bestellung: Ist die Plombe offen oder eine andere, nehmen Sie das Paket nicht an.',
        'Übergeben wird gegen Unterschrift. Bis dahin ist es unser, und das Risiko auch.'
      ],
      [
        'Wann es kommt',
        'Was vorrätig ist, geht binnen zwei Werktagen ab. Was für Sie gemacht wird, sagt auf seiner Seite, bis wann es bei Ihnen ist, und die Bestellung sagt es auch.',
        'Wege, Kosten und Tage zeigt die Kasse für Ihre Adresse, bevor Sie zahlen.'
      ],
      [
        'Wohin wir senden',
        'Nach Indien, in die Emirate, nach Australien, Kanada, Frankreich, Deutschland, Singapur, Großbritannien und in die USA. Zölle, die Ihr Land an der Tür verlangt, sind nicht im Preis.'
      ]
    ]
  },
  returns: {
    lead: 'Fünfzehn Tage, um es bei eigenem Licht anzusehen.',
    parts: [
      [
        'So geht es zurück',
        'Öffnen Sie die Bestellung und wählen Sie „Etwas zurückgeben“. Binnen eines Werktages kommt ein Schein für ein versichertes Paket.',
        'Ist es zurück und wie es war, erstatten wir, was Sie zahlten, auf dem Weg, auf dem Sie zahlten. Jedes Stück wird gewogen und angesehen, und wir schreiben auf, was wir fanden.'
      ],
      [
        'Was nicht zurück kann',
        '• was für Sie graviert wurde',
        '• was in einer Größe gemacht wurde, die wir nicht führen',
        '• Münzen und Barren, deren Preis der des Tages ist'
      ],
      [
        'Wenn etwas nicht stimmt',
        'Sagen Sie es uns, jederzeit. Ein Stein, der herausfällt, ein Verschluss, der nicht hält, ein Gewicht, das nicht stimmt: Wir richten, ersetzen oder nehmen zurück, auf unsere Kosten.'
      ]
    ]
  },
  exchange: {
    lead: 'Gold behält seinen Wert. Unseres nehmen wir zurück, und altes von überall.',
    parts: [
      [
        'Eintausch',
        'Bringen Sie ein Stück von uns und wählen Sie ein anderes: Sein Metall zählt ganz, zu dem, was wir an dem Tag für seinen Feingehalt zahlen. Steine mit Bericht zählen, wie sie bezahlt wurden, ohne das Fassen.',
        'Altes Gold anderer Häuser zählt nach Gewicht und Feingehalt. Wir schmelzen nichts, bevor Sie gesehen haben, was die Probe sagt, und einverstanden sind.'
      ],
      [
        'Rückkauf',
        'Wir kaufen zurück, was wir verkauft haben: das Metall zum Kurs des Tages, die Diamanten nach ihren Berichten. Arbeit, Fassen und Steuer werden nicht noch einmal bezahlt.'
      ],
      [
        'Was Sie mitbringen',
        '• das Stück, und seine Karte oder Rechnung, wenn Sie sie haben',
        '• einen Ausweis, wie ihn das Gesetz von jedem verlangt, der Gold verkauft',
        '• das Konto, auf das das Geld gehen soll'
      ]
    ]
  },
  care: {
    lead: 'Gold verzeiht viel. Steine und Perlen bitten um ein wenig.',
    parts: [
      [
        'Jeden Tag',
        '• Schmuck zuletzt anlegen, nach Duft und Creme, und zuerst ablegen',
        '• jedes Stück in seinem Beutel: Diamanten ritzen alles, auch Diamanten',
        '• Ringe abnehmen vor dem Heben, Kneten, Schwimmen'
      ],
      [
        'Reinigen',
        'Lauwarmes Wasser, ein Tropfen milde Seife, eine weiche Bürste, ein weiches Tuch. Kein Ultraschall für Smaragde, Opale und Perlen.',
        'Silber dunkelt an der Luft; ein Silbertuch holt es zurück. Weißgold ist rhodiniert und kann nach Jahren neu rhodiniert werden.'
      ],
      [
        'Bei uns',
        'Einmal im Jahr prüfen wir die Fassungen, reinigen und polieren, umsonst. Ringe werden um bis zu zwei Größen geändert.'
      ]
    ]
  },
  privacy: {
    lead: 'Wir wissen von Ihnen, was eine Bestellung braucht, und Sie können alles davon sehen.',
    parts: [
      [
        'Cookies',
        'Dieser Laden setzt nur Cookies, die er braucht. Deshalb bittet er um keine Einwilligung und zeigt kein Banner:',
        '• lumora_session: dass Sie angemeldet sind, für 90 Tage oder bis zur Abmeldung',
        '• lumora_cart: welche Tasche Ihre ist, für 90 Tage',
        '• lumora_orders_…: dass die Bestellung eines Gastes Ihre ist, für 90 Tage',
        '• lumora_language, lumora_currency, lumora_theme: wie Sie die Seite wollen, für ein Jahr, wenn Sie es wählten',
        'Es gibt keine Verfolgung, keine Werbenetze, keine Auswertung durch andere und kein Skript aus fremdem Haus, außer den Kartenfeldern des Zahlungsdienstes, wenn Sie mit Karte zahlen.'
      ],
      [
        'Was wir behalten',
        'Name, Adresse, E-Mail und Telefon für Ihre Bestellungen; Größen, Tage und Wunschlisten, wenn Sie sie in Ihr Konto legen. Karten erreichen uns nie: Der Dienst behält sie.',
        'Rechnungen bleiben, solange das Steuerrecht es will. Alles andere geht, wenn Sie Ihr Konto löschen; das können Sie selbst, wie Sie auch alles als Datei mitnehmen können.'
      ],
      [
        'Was wir Ihnen schreiben',
        'Zu Ihren Bestellungen immer. Zu allem anderen nur, wenn Sie im Konto darum gebeten haben, Weg für Weg; jede solche Mail hat einen Link, der es beendet.'
      ]
    ]
  },
  terms: {
    lead: 'Was wir einander versprechen.',
    parts: [
      [
        'Die Bestellung',
        'Mit dem Bezahlen bieten Sie den Kauf an; wir nehmen an, wenn die Bestellung bestätigt ist. War ein Stück in derselben Sekunde verkauft, wird die Zahlung freigegeben, und nichts ist geschuldet.'
      ],
      [
        'Der Preis',
        'Er ist, was auf der Seite stand, als Sie zahlten, mit Steuer, und ändert sich danach nicht. In der Tasche gilt er so lange, wie dort steht.'
      ],
      [
        'Die Ware',
        'Gewichte stimmen auf der Waage des Prüfamtes. Gold trägt seine Punze. Ein Stein ist der, dessen Bericht Sie sahen.'
      ],
      [
        'Die Zahlung',
        'Mit Karte oder Überweisung. Wir nehmen das Geld, wenn die Bestellung bestätigt ist, nie vorher. Überweisungen haben eine Kennung; bitte nennen Sie sie.'
      ],
      ['Das Recht', 'Das des Ortes des Ladens, und Ihr eigenes als Verbraucher, wo immer es Ihnen mehr gibt.']
    ]
  },
  imprint: {
    lead: 'Wer hinter diesem Laden steht.',
    parts: [
      [
        '',
        'Lumora Jewels ist der Beispielladen eines offenen Projekts. Er verkauft nichts: Zahlungen gehen an einen Dienst zum Ausprobieren, und kein Paket geht ab.',
        'Wer damit einen Laden betreibt, schreibt hier Name, Anschrift, Register, Steuernummer und wie man ihn erreicht.'
      ]
    ]
  }
}
