// title: Institutions of a country
// description: >
//   The ministries, services, courts, ombudsmen and non-governmental organizations
//   of a country that the records name, most often first.
// asks: Which institutions of {country} do the records name?
// parameters:
//   - {name: country, type: entity, class: Country, help: The country.}
// columns:
//   - {name: institution, title: Institution, type: entity, class: Institution}
//   - {name: kind, title: Kind, type: text, many: true}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
//   - {name: paragraphs, title: Where, type: paragraph, tag: paragraph, many: true}
// sort: [-times, institution]

var institutions = g.V(country).In("<rap:country>").Unique().Tag("institution")
institutions.Out("<rap:kind>").Tag("kind").All()
institutions.In("<schema:mentions>").Tag("paragraph").All()
