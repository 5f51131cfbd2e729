package org.townloop.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.StandardAnnotationMetadata;

/** Parts that are loaded are defined as those whose files are read. */
class LoadedPartsTest {

    @Test
    void theDefinitionsAreTheSame() {
        var read = new GenericApplicationContext();
        var loaded = new GenericApplicationContext();
        LoadedParts.in(loaded);
        var definitions = definitions(loaded);
        assertThat(definitions).hasSizeGreaterThan(400).isEqualTo(definitions(read));
    }

    @Test
    void noFileIsReadOfWhatIsLoaded() {
        var loaded = new GenericApplicationContext();
        LoadedParts.in(loaded);
        definitions(loaded);
        assertThat(metadata(loaded, PARTS)).isInstanceOf(StandardAnnotationMetadata.class);
        var read = new GenericApplicationContext();
        definitions(read);
        assertThat(metadata(read, PARTS)).isNotInstanceOf(StandardAnnotationMetadata.class);
    }

    private static final String PARTS = LaunchConfiguration.class.getName();

    private static Object metadata(GenericApplicationContext context, String name) {
        return ((AnnotatedBeanDefinition) context.getBeanDefinition(name)).getMetadata();
    }

    /** What a definition says besides the place it was read from. */
    private static Map<String, String> definitions(GenericApplicationContext context) {
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        scanner.scan("org.townloop");
        var all = new TreeMap<String, String>();
        for (var name : context.getBeanDefinitionNames()) {
            if (context.getBeanDefinition(name) instanceof AnnotatedBeanDefinition part
                    && name.startsWith("org.townloop.")) {
                all.put(
                        name,
                        "%s %s lazy %s primary %s fallback %s depends %s annotated %s"
                                .formatted(
                                        part.getBeanClassName(),
                                        part.getScope(),
                                        part.isLazyInit(),
                                        part.isPrimary(),
                                        part.isFallback(),
                                        java.util.Arrays.toString(part.getDependsOn()),
                                        part.getMetadata().getAnnotationTypes()));
            }
        }
        return all;
    }
}
