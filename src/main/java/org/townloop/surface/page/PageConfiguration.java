package org.townloop.surface.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.module.SimpleModule;

@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** The templates were compiled with the rest of the code: nothing is compiled or looked for at run time. */
    @Bean
    TemplateEngine templates() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, PageConfiguration.class.getClassLoader(), "org.townloop.surface");
    }

    @Bean
    ViewHandler viewHandler(TemplateEngine templates) {
        return new ViewHandler(templates);
    }

    @Bean
    Languages localeResolver(Cookies cookies) {
        return new Languages(cookies);
    }

    @Bean
    JsonMapperBuilderCustomizer watchesPrivileges(Privileged privileged) {
        return builder -> builder.addHandler(privileged)
                .addModule(new SimpleModule("no-nul").addDeserializer(String.class, new NoNulText()));
    }

    @Bean
    WebMvcRegistrations crossroads() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new Crossroads();
            }
        };
    }

    /** Registered as {@link PagesOnly} instead, at the same place. */
    @Bean
    FilterRegistrationBean<SessionRepositoryFilter<?>> noSessionForAll(SessionRepositoryFilter<?> sessions) {
        var registration = new FilterRegistrationBean<SessionRepositoryFilter<?>>(sessions);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<PagesOnly> sessionForPages(SessionRepositoryFilter<?> sessions) {
        var registration = new FilterRegistrationBean<>(new PagesOnly(sessions));
        registration.setOrder(SessionRepositoryFilter.DEFAULT_ORDER);
        return registration;
    }

    /** The dispatcher keeps the request for its thread itself, and nobody before it asks. */
    @Bean
    FilterRegistrationBean<RequestContextFilter> noSecondContext() {
        var registration = new FilterRegistrationBean<>(new RequestContextFilter());
        registration.setEnabled(false);
        return registration;
    }

    /** The server's own page for what it cannot read is neither in the reader's language nor findable in the log. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> answersWhatIsNotRead() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(UnreadRequests.class.getName());
            }
        });
    }

    @Bean
    WebMvcConfigurer keptAssets(Assets assets) {
        return new WebMvcConfigurer() {
            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/webjars/**") // their addresses name the version
                        .addResourceLocations("classpath:/META-INF/resources/webjars/")
                        .setCacheControl(FOR_EVER);
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (assets.isKnown(request.getRequestURI() + "?" + request.getQueryString())) {
                            response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER.getHeaderValue());
                        }
                        return true;
                    }
                });
            }
        };
    }

    @Bean
    WebMvcConfigurer viewsAndPages(ViewHandler views, Pages pages, Languages languages, Privileged privileged) {
        return new WebMvcConfigurer() {
            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(views);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new PageArgument(pages));
                resolvers.add(new ActorArgument());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(privileged);
                registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        languages.remember(request, response);
                        return true;
                    }
                });
            }
        };
    }
}
