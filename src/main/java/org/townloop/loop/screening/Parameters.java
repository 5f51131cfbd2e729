package org.townloop.loop.screening;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;

/** Named texts that are read one by one; the first that cannot be understood is remembered. */
class Parameters {

    private final Map<String, List<String>> texts;
    private @Nullable Refusal refusal;

    Parameters(Map<String, List<String>> texts) {
        this.texts = texts;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    /** The first text of that name, or an empty one. */
    String text(String name) {
        return texts.getOrDefault(name, List.of()).stream()
                .filter(text -> text != null)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** All values of that name, each of which may be several with commas between. */
    Set<String> values(String name) {
        var values = new LinkedHashSet<String>();
        texts.getOrDefault(name, List.of()).stream()
                .filter(text -> text != null)
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(values::add);
        return values;
    }

    /**
     * Reads a value.
     *
     * @param reading throws {@link IllegalArgumentException} or {@link java.time.DateTimeException}, or gives null, if
     *     the text is not understood
     * @return null if there is none or it is refused
     */
    <T> @Nullable T read(String name, Reason reason, Function<String, @Nullable T> reading) {
        return read(name, reason, Map.of(), reading);
    }

    <T> @Nullable T read(String name, Reason reason, Map<String, Object> facts, Function<String, @Nullable T> reading) {
        var text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        var value = reading(text, reading);
        if (value == null) {
            refuse(reason, name, facts);
        }
        return value;
    }

    private static <T> @Nullable T reading(String text, Function<String, @Nullable T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    /** Reads each of the values of that name; the first that is not understood is refused. */
    <T> Set<T> readAll(String name, Reason reason, Function<String, @Nullable T> reading) {
        var read = new LinkedHashSet<T>();
        for (var text : values(name)) {
            var value = reading(text, reading);
            if (value != null) {
                read.add(value);
            } else {
                refuse(reason, name, Map.of());
            }
        }
        return read;
    }

    /** Remembers that the parameter is wrong, unless another was before. */
    void refuse(Reason reason, String name, Map<String, Object> facts) {
        if (refusal == null) {
            refusal = Refusal.of(reason, name, facts);
        }
    }

    /** The names that begin so, without that beginning, in their order. */
    Map<String, String> named(String beginning) {
        var names = new LinkedHashMap<String, String>();
        texts.keySet().stream()
                .filter(name -> name.startsWith(beginning) && name.length() > beginning.length())
                .forEach(name -> names.put(name, name.substring(beginning.length())));
        return names;
    }
}
