package org.townloop;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.townloop.base.kernel.Event;

/** What an event may carry. */
final class EventRules {

    /** Words that say nothing of anybody: a currency, a scan's own name, times. */
    private static final Set<String> HARMLESS = Set.of("currency", "nonce", "from", "missedAt");

    static List<? extends Class<?>> events() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("org.townloop").stream()
                        .filter(type -> type.isAssignableTo(Event.class) && !type.isInterface())
                        .map(JavaClass::reflect)
                        .toList();
    }

    /** The components that could hold a name or a sentence. */
    static List<String> words(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> !isIdOrAmount(component) && !HARMLESS.contains(component.getName()))
                .map(RecordComponent::getName)
                .toList();
    }

    private static boolean isIdOrAmount(RecordComponent component) {
        var type = component.getType();
        return type.isPrimitive()
                || type.isEnum()
                || type == UUID.class
                || type == Instant.class
                || Collection.class.isAssignableFrom(type)
                        && component.getGenericType().getTypeName().contains("java.util.UUID");
    }

    private EventRules() {}
}
