locals {
  pod_cidr = "192.168.0.0/16"
}

# AKS Standard, not Automatic: decisions/04. What Automatic would preset is set here one by one.
resource "azurerm_kubernetes_cluster" "facet" {
  #checkov:skip=CKV_AZURE_117:disks of nodes are ephemeral and encrypted by the host; nothing is kept on them
  name                = local.name
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  dns_prefix          = local.name
  sku_tier            = var.environment == "dev" ? "Free" : "Standard"
  tags                = local.tags

  private_cluster_enabled           = true
  local_account_disabled            = true
  role_based_access_control_enabled = true
  azure_policy_enabled              = true
  oidc_issuer_enabled               = true
  workload_identity_enabled         = true
  image_cleaner_enabled             = true
  image_cleaner_interval_hours      = 168
  automatic_upgrade_channel         = "stable"
  node_os_upgrade_channel           = "NodeImage"

  azure_active_directory_role_based_access_control {
    azure_rbac_enabled     = true
    admin_group_object_ids = [var.admin_group_id]
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.facet["cluster"].id]
  }

  # Disks of nodes lie on the machine's own: 75 GiB with two vCPU, 150 with four. AKS's own size, 128, would not fit the smaller
  # (https://learn.microsoft.com/azure/virtual-machines/ephemeral-os-disks-faq).
  default_node_pool {
    name                         = "system"
    vm_size                      = "Standard_D2ads_v5"
    zones                        = ["1", "2", "3"]
    vnet_subnet_id               = azurerm_subnet.facet["nodes"].id
    auto_scaling_enabled         = true
    min_count                    = var.environment == "dev" ? 1 : 3
    max_count                    = 4
    max_pods                     = 60
    only_critical_addons_enabled = true
    os_sku                       = "AzureLinux"
    os_disk_type                 = "Ephemeral"
    os_disk_size_gb              = 64
    host_encryption_enabled      = true
    temporary_name_for_rotation  = "rotation"
    upgrade_settings {
      max_surge = "33%"
    }
  }

  network_profile {
    network_plugin      = "azure"
    network_plugin_mode = "overlay"
    network_data_plane  = "cilium"
    network_policy      = "cilium"
    outbound_type       = "userAssignedNATGateway"
    pod_cidr            = local.pod_cidr
    service_cidr        = "172.16.0.0/16"
    dns_service_ip      = "172.16.0.10"
  }

  key_vault_secrets_provider {
    secret_rotation_enabled  = true
    secret_rotation_interval = "2m"
  }

  # The operator that brings the gateways' certificates from Key Vault. The gateways themselves (--enable-gateway-api,
  # --enable-app-routing-istio) have no argument in azurerm 4.55: runbooks.md#first-day.
  web_app_routing {
    dns_zone_ids             = []
    default_nginx_controller = "None"
  }

  workload_autoscaler_profile {
    keda_enabled = true
  }

  monitor_metrics {}

  oms_agent {
    log_analytics_workspace_id      = azurerm_log_analytics_workspace.facet.id
    msi_auth_for_monitoring_enabled = true
  }

  microsoft_defender {
    log_analytics_workspace_id = azurerm_log_analytics_workspace.facet.id
  }

  maintenance_window_auto_upgrade {
    frequency   = "Weekly"
    interval    = 1
    day_of_week = "Sunday"
    start_time  = "02:00"
    duration    = 4
  }

  maintenance_window_node_os {
    frequency   = "Weekly"
    interval    = 1
    day_of_week = "Sunday"
    start_time  = "06:00"
    duration    = 4
  }

  depends_on = [azurerm_subnet_nat_gateway_association.out, azurerm_role_assignment.cluster]
}

resource "azurerm_kubernetes_cluster_node_pool" "service" {
  name                    = "service"
  kubernetes_cluster_id   = azurerm_kubernetes_cluster.facet.id
  vm_size                 = var.node_size
  zones                   = ["1", "2", "3"]
  vnet_subnet_id          = azurerm_subnet.facet["nodes"].id
  auto_scaling_enabled    = true
  min_count               = var.node_count.min
  max_count               = var.node_count.max
  max_pods                = 60
  os_sku                  = "AzureLinux"
  os_disk_type            = "Ephemeral"
  os_disk_size_gb         = 128
  host_encryption_enabled = true
  tags                    = local.tags

  upgrade_settings {
    max_surge = "33%"
  }
}
