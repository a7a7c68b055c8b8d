resource "azurerm_log_analytics_workspace" "facet" {
  name                = local.name
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  sku                 = "PerGB2018"
  retention_in_days   = 90
  daily_quota_gb      = var.environment == "production" ? 20 : 2
  tags                = local.tags
}

resource "azurerm_monitor_workspace" "facet" {
  name                = local.name
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  tags                = local.tags
}

resource "azurerm_dashboard_grafana" "facet" {
  name                          = local.name
  resource_group_name           = azurerm_resource_group.facet.name
  location                      = var.location
  grafana_major_version         = 11
  zone_redundancy_enabled       = var.zone_redundant
  public_network_access_enabled = false
  tags                          = local.tags

  identity {
    type = "SystemAssigned"
  }
  azure_monitor_workspace_integrations {
    resource_id = azurerm_monitor_workspace.facet.id
  }
}

resource "azurerm_monitor_action_group" "on_call" {
  name                = "facet-on-call"
  resource_group_name = azurerm_resource_group.facet.name
  short_name          = "facet"
  tags                = local.tags

  email_receiver {
    name          = "on-call"
    email_address = var.alert_email
  }
}

resource "azurerm_monitor_diagnostic_setting" "facet" {
  for_each = {
    cluster  = { id = azurerm_kubernetes_cluster.facet.id, category = "kube-audit-admin" }
    vault    = { id = azurerm_key_vault.facet.id, category = "AuditEvent" }
    database = { id = azurerm_postgresql_flexible_server.facet.id, category = "PostgreSQLLogs" }
    blobs    = { id = "${azurerm_storage_account.facet.id}/blobServices/default", category = "StorageDelete" }
    door     = { id = azurerm_cdn_frontdoor_profile.facet.id, category = "FrontDoorWebApplicationFirewallLog" }
    portal   = { id = azurerm_api_management.facet.id, category = "GatewayLogs" }
  }
  name                       = each.key
  target_resource_id         = each.value.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.facet.id

  enabled_log {
    category = each.value.category
  }
}

resource "azurerm_consumption_budget_resource_group" "facet" {
  name              = local.name
  resource_group_id = azurerm_resource_group.facet.id
  amount            = var.monthly_budget_eur
  time_grain        = "Monthly"

  time_period {
    start_date = "2027-01-01T00:00:00Z"
  }
  dynamic "notification" {
    for_each = { Actual = 80, Forecasted = 100 }
    content {
      threshold      = notification.value
      threshold_type = notification.key
      operator       = "GreaterThanOrEqualTo"
      contact_emails = [var.alert_email]
    }
  }
}
