package dev.dayone.readiness.link.clean;

import dev.dayone.pilot.snapshot.ColumnType;
import dev.dayone.readiness.privacy.TextKind;
import dev.dayone.readiness.privacy.TextKinds;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What some keys of one side look like, so that only cleaners are tried that can apply to their kind.
 *
 * @param keys looked at
 * @param padded digits with zeros before them
 * @param writtenOtherwise numbers that are not written as their plain digits
 * @param phones written as only phone numbers are; {@code dialable}: as they may be, too
 * @param legalForms names that end in a company's legal form
 * @param region that most phone numbers with a country's code are of; null: none has one
 */
public record KeyLook(
        ColumnType type,
        int keys,
        int withLetters,
        int beyondAscii,
        int numbers,
        int padded,
        int writtenOtherwise,
        int mails,
        int domains,
        int phones,
        int dialable,
        int legalForms,
        @Nullable String region) {
    /** As many keys tell enough. */
    public static final int ENOUGH = 1000;

    private static final double OFTEN = 0.02;

    /** Of keys, at most {@link #ENOUGH} of which are looked at. */
    public static KeyLook of(ColumnType type, Collection<String> keys) {
        Looks looks = new Looks(keys.stream()
                .limit(ENOUGH)
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .toList());
        return new KeyLook(
                type,
                looks.keys().size(),
                looks.count(key -> key.codePoints().anyMatch(Character::isLetter)),
                looks.count(key -> key.chars().anyMatch(character -> character >= 0x80)),
                looks.count(KeyLook::isNumber),
                looks.count(key -> key.length() > 1 && key.charAt(0) == '0' && isNumber(key)),
                looks.count(NumberAsText::isWrittenOtherwise),
                looks.count(key -> TextKinds.of(key) == TextKind.EMAIL),
                looks.count(DomainOnly::isDomain),
                looks.count(PhoneNumber::isPhone),
                looks.count(PhoneNumber::isDialable),
                looks.count(LegalForm::isCompany),
                looks.region());
    }

    private static boolean isNumber(String key) {
        return key.chars().allMatch(Character::isDigit) || NumberAsText.isWrittenOtherwise(key);
    }

    boolean isText() {
        return type.kind() == ColumnType.Kind.STRING;
    }

    /** Whether numbers are among the keys. */
    boolean holdsNumbers() {
        return type.isNumeric() || (isText() && isOften(numbers));
    }

    /** Whether at least half of the keys are among {@code some}. */
    boolean mostly(int some) {
        return isText() && keys > 0 && 2 * some >= keys;
    }

    boolean isOften(int some) {
        return some > 0 && some >= OFTEN * keys;
    }

    private record Looks(Collection<String> keys) {
        int count(Predicate<String> kind) {
            return (int) keys.stream().filter(kind).count();
        }

        @Nullable
        String region() {
            Map<String, Long> regions = keys.stream()
                    .map(PhoneNumber::regionOf)
                    .filter(Objects::nonNull)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return regions.entrySet().stream()
                    .max(Map.Entry.<String, Long>comparingByValue()
                            .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                    .map(Map.Entry::getKey)
                    .orElse(null);
        }
    }
}
