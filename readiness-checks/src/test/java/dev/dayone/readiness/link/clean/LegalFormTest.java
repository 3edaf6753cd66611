package dev.dayone.readiness.link.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dayone.pilot.snapshot.ColumnType;
import java.util.List;
import org.junit.jupiter.api.Test;

class LegalFormTest {
    private final KeyCleaner cleaner = new LegalForm();

    @Test
    void cleansKeys() {
        assertThat(cleaner.clean("Müller & Co. KG")).isEqualTo("Müller");
        assertThat(cleaner.clean("Acme GmbH & Co. KG")).isEqualTo("Acme");
        assertThat(cleaner.clean("Acme, Inc.")).isEqualTo("Acme");
        assertThat(cleaner.clean("Acme Ltd.")).isEqualTo("Acme");
        assertThat(cleaner.clean("Beispiel UG (haftungsbeschränkt)")).isEqualTo("Beispiel");
        assertThat(cleaner.clean("Nordwind e. V.")).isEqualTo("Nordwind");
        assertThat(cleaner.clean("Acme S.p.A.")).isEqualTo("Acme");
        assertThat(cleaner.clean("Acme Co., Ltd.")).isEqualTo("Acme");
    }

    @Test
    void keepsWhatIsCleanOrOfAnotherKind() {
        assertThat(cleaner.clean("Acme")).isEqualTo("Acme");
        assertThat(cleaner.clean("GmbH")).isEqualTo("GmbH");
        assertThat(cleaner.clean("Lagos")).isEqualTo("Lagos");
        assertThat(cleaner.clean("Inca Travel")).isEqualTo("Inca Travel");
    }

    @Test
    void joinsCompanies() {
        assertThat(cleaner.joinsCompanies()).isTrue();
    }

    @Test
    void isTriedWhereItCanApply() {
        assertThat(cleaner.appliesTo(texts("Acme GmbH"), texts("Acme"))).isTrue();
        assertThat(cleaner.appliesTo(texts("Acme"), texts("Lagos"))).isFalse();
        assertThat(cleaner.appliesTo(texts("Acme GmbH"), KeyLook.of(ColumnType.BIGINT, List.of("1", "49151123456"))))
                .isFalse();
    }

    private static KeyLook texts(String... keys) {
        return KeyLook.of(ColumnType.STRING, List.of(keys));
    }
}
