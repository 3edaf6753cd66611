package dev.dayone.connector.catalogue;

import dev.dayone.pilot.Nearest;
import dev.dayone.pilot.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a source's parameters with what its connector asks for. Problems name parameters, never values. */
final class ParameterCheck {
    private ParameterCheck() {}

    static List<String> problems(Source source, Connector connector) {
        List<String> problems = new ArrayList<>();
        source.parameters().values().forEach((name, value) -> {
            Connector.Parameter known = connector.parameters().get(name);
            if (known == null) {
                problems.add("unknown parameter '" + name + "'"
                        + Nearest.hint(name, connector.parameters().keySet()) + ", expected one of "
                        + String.join(", ", connector.parameters().keySet()));
            } else {
                String problem = problem(known, value);
                if (problem != null) {
                    problems.add("parameter '" + name + "' " + problem);
                }
            }
        });
        for (Map.Entry<String, Connector.Parameter> entry :
                connector.parameters().entrySet()) {
            String given = source.parameters().value(entry.getKey());
            if (entry.getValue().required() && (given == null || given.isEmpty())) {
                problems.add("parameter '" + entry.getKey() + "' is missing");
            }
        }
        return problems;
    }

    private static @Nullable String problem(Connector.Parameter parameter, String value) {
        if (value.contains("{{")) {
            return null;
        }
        if (parameter.type().equals("integer") && !value.matches("\\d{1,9}")) {
            return "is not a whole number";
        }
        return parameter.choices().isEmpty() || parameter.choices().contains(value)
                ? null
                : "is none of " + String.join(", ", parameter.choices());
    }
}
