resource "azurerm_application_insights" "ml" {
  name                = "facet-ml"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  application_type    = "other"
  workspace_id        = azurerm_log_analytics_workspace.facet.id
  tags                = local.tags
}

resource "azurerm_machine_learning_workspace" "facet" {
  name                          = local.name
  resource_group_name           = azurerm_resource_group.facet.name
  location                      = var.location
  application_insights_id       = azurerm_application_insights.ml.id
  key_vault_id                  = azurerm_key_vault.facet.id
  storage_account_id            = azurerm_storage_account.facet.id
  container_registry_id         = var.image_registry_id
  public_network_access_enabled = false
  high_business_impact          = true
  tags                          = local.tags

  identity {
    type = "SystemAssigned"
  }
}

# What azureml/compute.yml says, for those who lay out the whole stamp at once.
resource "azurerm_machine_learning_compute_cluster" "training" {
  name                          = "training"
  location                      = var.location
  machine_learning_workspace_id = azurerm_machine_learning_workspace.facet.id
  vm_size                       = "Standard_D4ads_v5"
  vm_priority                   = "Dedicated"
  subnet_resource_id            = azurerm_subnet.facet["training"].id
  node_public_ip_enabled        = false
  local_auth_enabled            = false
  ssh_public_access_enabled     = false
  tags                          = local.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.facet["training"].id]
  }

  scale_settings {
    min_node_count                       = 0
    max_node_count                       = 2
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}

# A file arrives -> Event Grid -> a message in a queue -> a job of KEDA (kubernetes/retraining) triggers the schedule once more.
# Nothing of it has an address outside. Twice is harmless: the second run finds the lease taken, or no new file.
resource "azurerm_eventgrid_system_topic" "blobs" {
  name                = "facet-blobs"
  resource_group_name = azurerm_resource_group.facet.name
  location            = var.location
  source_resource_id  = azurerm_storage_account.facet.id
  topic_type          = "Microsoft.Storage.StorageAccounts"
  tags                = local.tags

  identity {
    type = "SystemAssigned"
  }
}

resource "azurerm_eventgrid_system_topic_event_subscription" "new_file" {
  name                 = "new-appraisals"
  system_topic         = azurerm_eventgrid_system_topic.blobs.name
  resource_group_name  = azurerm_resource_group.facet.name
  included_event_types = ["Microsoft.Storage.BlobCreated"]

  # Only what lies in the container itself: accepted/ and quarantine/ are written by the pipeline.
  subject_filter {
    subject_begins_with = "/blobServices/default/containers/incoming/blobs/"
    subject_ends_with   = ".csv"
  }
  advanced_filter {
    string_not_contains {
      key    = "subject"
      values = ["/accepted/", "/quarantine/"]
    }
  }

  # The topic's own identity: a firewall of the storage account lets in no other
  # (https://learn.microsoft.com/azure/event-grid/handler-storage-queues).
  delivery_identity {
    type = "SystemAssigned"
  }
  storage_queue_endpoint {
    storage_account_id                    = azurerm_storage_account.facet.id
    queue_name                            = azurerm_storage_queue.new_files.name
    queue_message_time_to_live_in_seconds = 86400
  }

  retry_policy {
    max_delivery_attempts = 30
    event_time_to_live    = 1440
  }

  depends_on = [azurerm_role_assignment.people]
}
