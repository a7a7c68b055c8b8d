package io.facet.service.usage;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

@Configuration(proxyBeanMethods = false)
@Import(UsageController.class)
public class UsageConfiguration {}
