package org.townloop;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.townloop.launch.Commands;

/**
 * The program. Its parts are named in full, since two modules may use the same word, each for its own. Nothing is
 * configured from the packages but the parts themselves, so that a start does not read all classes again to find that
 * none of them is a mixin of Jackson's.
 */
@AutoConfigurationPackage(basePackages = "org.townloop.none")
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Townloop {

    public static void main(String[] arguments) {
        System.exit(Commands.run(Townloop.class, arguments));
    }
}
