package dev.dayone.sample.generator;

import dev.dayone.sample.generator.Draw.Purpose;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The companies that buy: few hold most contacts and tickets. */
final class Accounts {
    static final long FIRST_ID = 1_001;
    private static final double FOUNDED_BEFORE = 0.6;
    private static final double SKEW = 2.5;
    private static final List<String> FIRST = List.of(
            "Nordwind",
            "Blue Harbour",
            "Alpina",
            "Sunfield",
            "Kestrel",
            "Rheintal",
            "Grand Ouest",
            "Silverline",
            "Polaris",
            "Monte Verde",
            "Baltica",
            "Evergreen",
            "Cobalt",
            "Fjord",
            "Lumière",
            "Tramontana",
            "Oakhurst",
            "Pacific Rim",
            "Edelweiß",
            "Marlin",
            "Quarzit",
            "Belvedere",
            "Hanseaten",
            "Ironbridge",
            "Sakura",
            "Zephyr",
            "Atlas",
            "Cascadia",
            "Meridian",
            "Wattenmeer",
            "Aurora",
            "Granite Peak",
            "Rivière",
            "Öresund",
            "Vistula");
    private static final List<String> SECOND = List.of(
            "Logistik",
            "Foods",
            "Medical",
            "Textiles",
            "Robotics",
            "Packaging",
            "Energy",
            "Interiors",
            "Pharma",
            "Cycles",
            "Optics",
            "Outdoor",
            "Ceramics",
            "Automotive",
            "Books",
            "Toys",
            "Trading",
            "Wines",
            "Tools",
            "Shipping",
            "Cosmetics",
            "Furniture",
            "Instruments",
            "Seeds",
            "Print");

    private final long seed;
    private final long count;
    private final Map<String, String> slugs = new ConcurrentHashMap<>();

    Accounts(long seed, long count) {
        this.seed = seed;
        this.count = count;
    }

    /** One account: its number in the CRM, its name, and what follows from them. */
    record Account(long index, Market market, String name, String domain) {
        long id() {
            return FIRST_ID + index;
        }

        /** The number that both systems know, with leading zeros. */
        String reference() {
            return String.format("%07d", id());
        }
    }

    /** The market of an account, without making the rest. */
    Market market(long index) {
        return Market.draw(new Draw(seed, Purpose.ACCOUNT, index));
    }

    Account at(long index) {
        Draw draw = new Draw(seed, Purpose.ACCOUNT, index);
        Market market = Market.draw(draw);
        String words = draw.pick(FIRST) + " " + draw.pick(SECOND);
        String town = draw.chance(0.4) ? " " + draw.pick(market.cities()) : "";
        return new Account(
                index,
                market,
                words + town + " " + market.legalForm(),
                slugs.computeIfAbsent(words, Spelling::slug) + ".example");
    }

    /** An account among those that exist when a share of the contacts is known, old ones far more often. */
    long drawIndex(Draw draw, double shareOfContacts) {
        double existing = count * (FOUNDED_BEFORE + (1 - FOUNDED_BEFORE) * shareOfContacts);
        return (long) (existing * Math.pow(draw.unit(), SKEW));
    }

    /** The day an account was opened; negative before the two years of records. */
    int day(long index, Calendar calendar) {
        long old = (long) (count * FOUNDED_BEFORE);
        return index < old ? (int) (-1_500 + 1_500 * index / old) : calendar.day(index - old, count - old);
    }

    long count() {
        return count;
    }
}
