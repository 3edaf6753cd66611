package dev.dayone.sample.generator;

import java.util.List;

/** A country that the company sells to: its people's names, cities, clocks and money. */
record Market(
        String code,
        List<String> spellings,
        String zone,
        String dial,
        String language,
        String currency,
        String legalForm,
        List<String> cities,
        List<String> given,
        List<String> family) {
    static final List<Market> ALL = List.of(
            market(
                    "DE",
                    "Germany,Deutschland,GER",
                    "Europe/Berlin",
                    "49",
                    "de",
                    "EUR",
                    "GmbH",
                    "Hamburg,München,Köln,Leipzig,Stuttgart,Bremen",
                    "Anna,Lukas,Sabine,Jürgen,Katharina,Björn,Ulrike,Matthias,Jana,Florian,Heike,Tobias",
                    "Müller,Schäfer,Krüger,Vogel,Jäger,Weiß,Köhler,Schröder,Hofmann,Böhm,Lindner,Brandt"),
            market(
                    "FR",
                    "France,FRANCE,Frankreich",
                    "Europe/Paris",
                    "33",
                    "fr",
                    "EUR",
                    "SARL",
                    "Lyon,Nantes,Lille,Bordeaux,Orléans",
                    "Camille,Élodie,Julien,Chloé,Théo,Mathilde,Benoît,Amélie,Hugo,Inès",
                    "Lefèvre,Moreau,Gauthier,Bélanger,Rousseau,Chevalier,Hébert,Marchand,Dupré,Fontaine"),
            market(
                    "GB",
                    "United Kingdom,UK,Great Britain",
                    "Europe/London",
                    "44",
                    "en",
                    "GBP",
                    "Ltd",
                    "Leeds,Bristol,Glasgow,Cardiff,Norwich",
                    "Oliver,Amelia,George,Isla,Harry,Freya,Callum,Imogen,Nigel,Poppy",
                    "Whitfield,Ashworth,Thornton,Barlow,Pemberton,Hargreaves,Sinclair,Radcliffe,Okafor,Bradshaw"),
            market(
                    "US",
                    "United States,USA,U.S.",
                    "America/New_York",
                    "1",
                    "en",
                    "USD",
                    "Inc.",
                    "Columbus,Austin,Portland,Atlanta,Denver",
                    "Emily,Tyler,Madison,Brandon,Ashley,Jamal,Brooke,Kevin,Destiny,Wyatt",
                    "Johnson,Ramirez,Washington,Kowalczyk,Nguyen,Hernandez,Patterson,Brooks,Coleman,Sullivan"),
            market(
                    "ES",
                    "Spain,España,ESP",
                    "Europe/Madrid",
                    "34",
                    "en",
                    "EUR",
                    "S.L.",
                    "Valencia,Sevilla,Zaragoza,Málaga",
                    "Lucía,Javier,Carmen,Íñigo,Marta,Álvaro,Pilar,Rubén",
                    "García,Fernández,Muñoz,Ibáñez,Castillo,Núñez,Ortega,Peña"),
            market(
                    "IT",
                    "Italy,Italia,ITA",
                    "Europe/Rome",
                    "39",
                    "en",
                    "EUR",
                    "S.r.l.",
                    "Torino,Bologna,Bari,Verona",
                    "Giulia,Matteo,Chiara,Alessandro,Francesca,Lorenzo,Elisa,Niccolò",
                    "Rossi,Bianchi,Esposito,Ricci,Colombo,Marino,Greco,Lombardi"),
            market(
                    "NL",
                    "Netherlands,Nederland,Holland",
                    "Europe/Amsterdam",
                    "31",
                    "en",
                    "EUR",
                    "B.V.",
                    "Utrecht,Eindhoven,Groningen,Breda",
                    "Daan,Sanne,Bram,Lotte,Thijs,Femke,Joris,Anouk",
                    "de Vries,van Dijk,Bakker,Visser,Meijer,Hoekstra,van den Berg,Kuipers"),
            market(
                    "PL",
                    "Poland,Polska,POL",
                    "Europe/Warsaw",
                    "48",
                    "en",
                    "PLN",
                    "Sp. z o.o.",
                    "Gdańsk,Kraków,Poznań,Łódź",
                    "Agnieszka,Piotr,Małgorzata,Paweł,Zofia,Tomasz,Łukasz,Ewa",
                    "Kowalska,Wójcik,Zieliński,Szymańska,Dąbrowski,Kaczmarek,Pawłowska,Król"),
            market(
                    "SE",
                    "Sweden,Sverige,SWE",
                    "Europe/Stockholm",
                    "46",
                    "en",
                    "SEK",
                    "AB",
                    "Malmö,Uppsala,Göteborg,Örebro",
                    "Linnéa,Åsa,Gustav,Elin,Nils,Maja,Viktor,Ebba",
                    "Lindström,Bergström,Åkesson,Nyström,Sandberg,Öberg,Ekholm,Forsberg"),
            market(
                    "BR",
                    "Brazil,Brasil,BRA",
                    "America/Sao_Paulo",
                    "55",
                    "en",
                    "BRL",
                    "Ltda.",
                    "Curitiba,Recife,São Paulo,Florianópolis",
                    "João,Mariana,Thiago,Letícia,Rafael,Beatriz,Caio,Luíza",
                    "Araújo,Gonçalves,Ribeiro,Magalhães,Nascimento,Teixeira,Simões,Falcão"),
            market(
                    "JP",
                    "Japan,Nippon,JPN",
                    "Asia/Tokyo",
                    "81",
                    "en",
                    "JPY",
                    "K.K.",
                    "Osaka,Nagoya,Sapporo,Fukuoka",
                    "Haruto,Yui,Kenji,Sakura,Daichi,Aoi,Takumi,Emiko",
                    "Satō,Suzuki,Takahashi,Itō,Watanabe,Kobayashi,Yoshida,Kondō"),
            market(
                    "CH",
                    "Switzerland,Schweiz,Suisse",
                    "Europe/Zurich",
                    "41",
                    "de",
                    "CHF",
                    "AG",
                    "Bern,Winterthur,Luzern,Genève",
                    "Urs,Reto,Corinne,Beat,Regula,Marco,Ladina,Andri",
                    "Zürcher,Ammann,Bürgi,Gerber,Frei,Wyss,Lüthi,Caduff"));

    private static Market market(String... of) {
        return new Market(
                of[0], words(of[1]), of[2], of[3], of[4], of[5], of[6], words(of[7]), words(of[8]), words(of[9]));
    }

    private static List<String> words(String commaSeparated) {
        return List.of(commaSeparated.split(","));
    }

    /** A market, the home market most often. */
    static Market draw(Draw draw) {
        double unit = draw.unit();
        return ALL.get((int) (ALL.size() * unit * unit));
    }
}
