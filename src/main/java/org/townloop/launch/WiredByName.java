package org.townloop.launch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ContextAnnotationAutowireCandidateResolver;
import org.springframework.core.ResolvableType;

/**
 * Spring's factory of beans, that asks less: a thousand definitions, each asked for each of a thousand needs whether it is
 * of that type, are a fifth of a start. What it finds is what Spring finds.
 */
final class WiredByName extends DefaultListableBeanFactory {

    private record Question(ResolvableType type, boolean nonSingletons) {}

    private final Map<Question, String[]> answers = new ConcurrentHashMap<>();

    WiredByName() {
        setAutowireCandidateResolver(new ByClass());
        registerBeanDefinition(
                Settled.class.getName(),
                BeanDefinitionBuilder.rootBeanDefinition(Settled.class, Settled::new)
                        .getBeanDefinition());
    }

    /** Spring remembers these answers of plain classes, and works out those of generic ones each time. */
    @Override
    public String[] getBeanNamesForType(ResolvableType type, boolean nonSingletons, boolean allowEagerInit) {
        if (!type.hasGenerics() || !allowEagerInit || !isConfigurationFrozen()) {
            return super.getBeanNamesForType(type, nonSingletons, allowEagerInit);
        }
        var question = new Question(type, nonSingletons);
        var known = answers.get(question);
        if (known == null) {
            known = super.getBeanNamesForType(type, nonSingletons, true);
            answers.put(question, known);
        }
        return known.clone();
    }

    @Override
    public void registerSingleton(String name, Object singleton) {
        super.registerSingleton(name, singleton);
        answers.clear();
    }

    @Override
    public void registerBeanDefinition(String name, BeanDefinition definition) {
        super.registerBeanDefinition(name, definition);
        answers.clear();
    }

    @Override
    protected void resetBeanDefinition(String name) {
        super.resetBeanDefinition(name);
        answers.clear();
    }

    @Override
    public void clearMetadataCache() {
        super.clearMetadataCache();
        answers.clear();
    }

    @Override
    public void destroySingletons() {
        super.destroySingletons();
        answers.clear();
    }

    /** A part has the name of its class, so that who needs it can say it; what goes by another name is found as ever. */
    private static final class ByClass extends ContextAnnotationAutowireCandidateResolver {

        private static final String OURS = "org.townloop.";

        /** Spring takes the name only if there is such a bean, and it is of the type. */
        @Override
        public @Nullable String getSuggestedName(DependencyDescriptor descriptor) {
            var told = super.getSuggestedName(descriptor);
            var type = descriptor.getDependencyType().getName();
            return told == null && type.startsWith(OURS) ? type : told;
        }
    }

    /**
     * Says that all definitions are there once they are: what was found by type is remembered from then on, and not only
     * after the web server was made with all that it needs.
     */
    private static final class Settled implements BeanFactoryPostProcessor {

        @Override
        public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
            factory.freezeConfiguration();
        }
    }
}
