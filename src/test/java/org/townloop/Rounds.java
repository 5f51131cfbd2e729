package org.townloop;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** A race, run once, or as many times as {@code -Drounds=} says: who wins is another thing each time. */
@TestTemplate
@ExtendWith(Rounds.AsManyAsSaid.class)
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Rounds {

    final class AsManyAsSaid implements TestTemplateInvocationContextProvider {

        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return IntStream.rangeClosed(1, Integer.getInteger("rounds", 1)).mapToObj(Round::new);
        }
    }

    record Round(int number) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocation) {
            return "round " + number;
        }
    }
}
