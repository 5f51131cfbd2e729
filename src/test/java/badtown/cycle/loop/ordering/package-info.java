@ApplicationModule(
        id = "ordering",
        allowedDependencies = {"payment"})
package badtown.cycle.loop.ordering;

import org.springframework.modulith.ApplicationModule;
