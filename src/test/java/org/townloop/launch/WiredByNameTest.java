package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.ResolvableType;

/** What a start asks less is answered as before. */
class WiredByNameTest {

    static class Part {}

    static final class FinerPart extends Part {}

    record User(Part needed) {}

    static final class Texts implements Supplier<String> {

        @Override
        public String get() {
            return "";
        }
    }

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(new WiredByName());

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aPartIsFoundUnderTheNameOfItsClass() {
        named(Part.class.getName(), Part.class);
        named("user", User.class);
        context.refresh();
        assertThat(context.getBean(User.class).needed()).isSameAs(context.getBean(Part.class.getName()));
    }

    @Test
    void whatGoesByAnotherNameIsFoundByItsType() {
        named("another", FinerPart.class);
        named("user", User.class);
        context.refresh();
        assertThat(context.getBean(User.class).needed()).isInstanceOf(FinerPart.class);
    }

    @Test
    void thePrimaryOneIsStillPreferred() {
        named(Part.class.getName(), Part.class);
        named("finer", FinerPart.class).setPrimary(true);
        named("user", User.class);
        context.refresh();
        assertThat(context.getBean(User.class).needed()).isInstanceOf(FinerPart.class);
    }

    @Test
    void twoThatAreNotNamedSoAreStillOneTooMany() {
        named("one", Part.class);
        named("two", Part.class);
        named("user", User.class);
        assertThatThrownBy(context::refresh)
                .isInstanceOf(UnsatisfiedDependencyException.class)
                .hasCauseInstanceOf(NoUniqueBeanDefinitionException.class);
    }

    @Test
    void whatIsRememberedOfGenericTypesEndsWithTheNextBean() {
        var texts = ResolvableType.forClassWithGenerics(Supplier.class, String.class);
        named("texts", Texts.class);
        context.refresh();
        assertThat(context.getBeanNamesForType(texts)).containsExactly("texts");
        context.getBeanNamesForType(texts)[0] = "spoilt";
        assertThat(context.getBeanNamesForType(texts)).containsExactly("texts");
        context.getBeanFactory().registerSingleton("more", new Texts());
        assertThat(context.getBeanNamesForType(texts)).containsExactly("texts", "more");
        named("defined", Texts.class);
        assertThat(context.getBeanNamesForType(texts)).containsExactlyInAnyOrder("texts", "more", "defined");
        context.removeBeanDefinition("texts");
        assertThat(context.getBeanNamesForType(texts)).containsExactlyInAnyOrder("more", "defined");
    }

    private BeanDefinition named(String name, Class<?> type) {
        var definition = new RootBeanDefinition(type);
        context.registerBeanDefinition(name, definition);
        return definition;
    }
}
