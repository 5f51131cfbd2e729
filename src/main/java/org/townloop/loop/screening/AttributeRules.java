package org.townloop.loop.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.Words;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Packs;

/** What a condition on attributes must satisfy: some trade has such an attribute, and may say such a thing of it. */
@Component
class AttributeRules {

    private static final int LONGEST_NAME_TOLD = 60;
    private static final Words YES = Words.of("yes", "是");
    private static final Words NO = Words.of("no", "否");

    private final Packs packs;

    AttributeRules(Packs packs) {
        this.packs = packs;
    }

    Optional<Refusal> refusal(Query query) {
        return query.attributes().entrySet().stream()
                .flatMap(entry -> refusals(entry.getKey(), entry.getValue()))
                .findFirst();
    }

    private Stream<Refusal> refusals(String name, List<AttributeFilter> filters) {
        var known = packs.installed().stream()
                .flatMap(pack -> AttributeName.of(name).in(pack).stream())
                .toList();
        if (known.isEmpty()) {
            var told = name.substring(0, Math.min(name.length(), LONGEST_NAME_TOLD));
            return Stream.of(Refusal.of(ScreeningReason.FILTER_UNKNOWN, "attr." + told, Map.of("key", told)));
        }
        return filters.stream().flatMap(filter -> refusal(known, "attr." + name, filter).stream());
    }

    private static Optional<Refusal> refusal(List<Attribute> known, String field, AttributeFilter filter) {
        return switch (filter) {
            case AttributeFilter.Min _ -> number(known, field + ".min");
            case AttributeFilter.Max _ -> number(known, field + ".max");
            case AttributeFilter.OneOf(var values) -> values(known, field, values);
            case AttributeFilter.All(var values) -> values(known, field + ".all", values);
        };
    }

    private static Optional<Refusal> number(List<Attribute> known, String field) {
        return known.stream().anyMatch(attribute -> attribute.type() == Attribute.Type.NUMBER)
                ? Optional.empty()
                : Optional.of(Refusal.of(ScreeningReason.FILTER_NEEDS_NUMBER, field));
    }

    /** Each value must be one that some of the trades may say. */
    private static Optional<Refusal> values(List<Attribute> known, String field, Set<String> values) {
        if (values.stream().allMatch(value -> known.stream().anyMatch(attribute -> maySay(attribute, value)))) {
            return Optional.empty();
        }
        List<Words> choices =
                known.stream().flatMap(AttributeRules::choices).distinct().toList();
        return Optional.of(Refusal.of(ScreeningReason.FILTER_VALUE_UNKNOWN, field, Map.of("choices", choices)));
    }

    private static boolean maySay(Attribute attribute, String value) {
        return switch (attribute.type()) {
            case CHOICE, CHOICES -> attribute.choice(value).isPresent();
            case FLAG -> value.equals("true") || value.equals("false");
            case NUMBER, TEXT -> true;
        };
    }

    private static Stream<Words> choices(Attribute attribute) {
        return attribute.type() == Attribute.Type.FLAG
                ? Stream.of(YES, NO)
                : attribute.choices().stream().map(Attribute.Choice::label);
    }
}
