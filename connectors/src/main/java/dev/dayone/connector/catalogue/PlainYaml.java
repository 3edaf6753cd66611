package dev.dayone.connector.catalogue;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML that may be somebody else's into maps, lists and plain values, with limits on size and aliases. */
public final class PlainYaml {
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_ALIASES = 20;

    private PlainYaml() {}

    /** What the text holds. Throws {@link YamlEngineException} for what is no YAML, or too much of it. */
    public static @Nullable Object load(String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setMaxAliasesForCollections(MAX_ALIASES)
                .setAllowDuplicateKeys(false)
                .build();
        return new Load(settings).loadFromString(yaml);
    }
}
