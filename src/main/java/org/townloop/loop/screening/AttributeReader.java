package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Packs;

/** Reads {@code attr.[PACK.]KEY[.min|.max|.all]=VALUE}. */
@Component
class AttributeReader {

    private final Packs packs;

    AttributeReader(Packs packs) {
        this.packs = packs;
    }

    /** By attribute, in the order in which they are named; one may have several conditions. */
    Map<String, List<AttributeFilter>> read(Parameters parameters) {
        var filters = new LinkedHashMap<String, List<AttributeFilter>>();
        parameters.named(Dimension.ATTRIBUTE).forEach((parameter, text) -> {
            var name = bare(text);
            var how = text.substring(name.length());
            var filter = how.isEmpty() || how.equals(".all")
                    ? values(parameters, parameter, AttributeName.of(name), how)
                    : bound(parameters, parameter, how);
            if (filter != null) {
                filters.computeIfAbsent(name, known -> new ArrayList<>()).add(filter);
            }
        });
        return filters;
    }

    private static String bare(String text) {
        var dot = text.lastIndexOf('.');
        return dot > 0 && Set.of(".min", ".max", ".all").contains(text.substring(dot)) ? text.substring(0, dot) : text;
    }

    private @Nullable AttributeFilter values(Parameters parameters, String parameter, AttributeName name, String how) {
        var values = isNumber(name)
                ? parameters.readAll(
                        parameter, ScreeningReason.FILTER_NEEDS_NUMBER, text -> Numbers.text(Numbers.read(text)))
                : parameters.values(parameter);
        if (values.isEmpty()) {
            return null;
        }
        return how.isEmpty() ? new AttributeFilter.OneOf(values) : new AttributeFilter.All(values);
    }

    private static @Nullable AttributeFilter bound(Parameters parameters, String parameter, String how) {
        var bound = parameters.read(parameter, ScreeningReason.FILTER_NEEDS_NUMBER, Numbers::read);
        if (bound == null) {
            return null;
        }
        return how.equals(".min") ? new AttributeFilter.Min(bound) : new AttributeFilter.Max(bound);
    }

    /** Whether it is a number and nothing else in every trade that has it. */
    private boolean isNumber(AttributeName name) {
        return packs.installed().stream()
                .flatMap(pack -> name.in(pack).stream())
                .map(Attribute::type)
                .collect(Collectors.toSet())
                .equals(Set.of(Attribute.Type.NUMBER));
    }
}
